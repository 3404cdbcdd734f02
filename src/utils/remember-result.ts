/**
 * Makes a value at its first use and keeps it. Calls that come before it is
 * there make it each for itself: no call may wait for a promise of another.
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
