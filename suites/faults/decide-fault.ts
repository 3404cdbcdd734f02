import { createRandom } from '../lib/random';
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
  const random = createRandom(`${seed} ${attempt} ${batch}`);
  return random() < rate
    ? FAULTS[Math.floor(random() * FAULTS.length)]
    : undefined;
}
