/** Audio that is larger than a request may be, without its memory. */
export function createLongAudio(): Uint8Array {
  return Object.defineProperty(new Uint8Array([1]), 'length', {
    value: 100_000_001,
  });
}
