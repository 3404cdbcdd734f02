/** Creates a value at its first use, so that importing the package does no work. */
export function once<VALUE extends object>(create: () => VALUE): () => VALUE {
  let value: VALUE | undefined;
  return () => {
    value ??= create();
    return value;
  };
}
