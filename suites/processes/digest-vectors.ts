import { createHash } from 'node:crypto';
import { embedText } from '../../local-baseten';

/** A digest of the vectors of `NAME 0`, `NAME 1` and so on. */
export function digestVectors(
  name: string,
  count: number,
  dimensions: number,
): string {
  const hash = createHash('sha256');
  for (let index = 0; index < count; index++) {
    hash.update(embedText(`${name} ${index}`, dimensions));
  }
  return hash.digest('hex');
}
