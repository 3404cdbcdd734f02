import { createRandom } from '../lib/random';

const LARGEST_PIECE = 1024;

/**
 * Byte offsets that split a text into pieces of 1 to 1024 bytes, and in
 * addition every other character of several bytes in the middle.
 */
export function splitAtRandom(text: string, seed: number): number[] {
  const random = createRandom(seed);
  const bytes = new TextEncoder().encode(text);
  const offsets: number[] = [];
  let next = 1 + Math.floor(random() * LARGEST_PIECE);
  for (const [offset, byte] of bytes.entries()) {
    const isInsideCharacter = (byte & 0b1100_0000) === 0b1000_0000;
    if (offset === next || (isInsideCharacter && random() < 0.5)) {
      offsets.push(offset);
    }
    if (offset === next) next += 1 + Math.floor(random() * LARGEST_PIECE);
  }
  return offsets;
}
