/**
 * Removes a global, as in a runtime that lacks it.
 *
 * @returns the function that puts it back.
 */
export function removeGlobal(name: string): () => void {
  const descriptor = Object.getOwnPropertyDescriptor(globalThis, name);
  if (descriptor == null) {
    throw new Error(`Expected a global ${name}, got none.`);
  }
  Reflect.deleteProperty(globalThis, name);
  return () => Object.defineProperty(globalThis, name, descriptor);
}
