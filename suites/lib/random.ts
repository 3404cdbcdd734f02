/**
 * Numbers from 0 to 1 by a linear congruential generator; the same seed gives
 * the same numbers.
 */
export function createRandom(seed: number | string): () => number {
  let state = typeof seed === 'string' ? hash(seed) : seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** FNV-1a, mixed at the end so that similar texts give unlike numbers. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}
