import { FAULTS, type Fault } from './faults';

/**
 * The fault that a request meets, if any. It depends on what is asked and how
 * often it was asked before, not on what happens at the same time.
 */
export function decideFault({
  seed,
  rate,
  batch,
  attempt,
}: {
  seed: number;
  /** Share of the requests that meet a fault, 0 to 1. */
  rate: number;
  /** What tells the batch from all others. */
  batch: string;
  /** How many requests for the batch came before. */
  attempt: number;
}): Fault | undefined {
  const request = `${seed} ${attempt} ${batch}`;
  return randomNumber(`whether ${request}`) < rate
    ? FAULTS[Math.floor(randomNumber(`which ${request}`) * FAULTS.length)]
    : undefined;
}

/** A number from 0 to 1, always the same for a name: FNV-1a, mixed at the end. */
function randomNumber(name: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < name.length; index++) {
    state = Math.imul(state ^ name.charCodeAt(index), 0x01000193);
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return ((state ^ (state >>> 16)) >>> 0) / 2 ** 32;
}
