/**
 * Creates a value at its first use and keeps it. Concurrent first calls each
 * create their own: no call may wait for another's promise.
 */
export function rememberResult<VALUE>(
  create: () => Promise<VALUE>,
): () => Promise<VALUE> {
  let result: { value: VALUE } | undefined;
  return async () => {
    result ??= { value: await create() };
    return result.value;
  };
}
