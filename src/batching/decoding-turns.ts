import { nextTurn, now } from '../utils/timers';

/**
 * All replies are decoded on one thread, each in its own turn of the event loop,
 * so that other work runs in between. Calls share only numbers here; none waits
 * for another's promise.
 */

/** Decodings this close together count as one turn. */
const SAME_TURN_IN_MS = 0.1;

/** A claim unused for this long belongs to a call that is gone. */
const CLAIM_IN_MS = 5;

let lastDecoder: symbol | undefined;
let lastEnd = Number.NEGATIVE_INFINITY;
/** The call that goes first in the next turn, because it had to wait. */
let claimant: symbol | undefined;
let claimedAt = Number.NEGATIVE_INFINITY;

/** Waits for a turn in which no other call decodes. */
export async function waitForTurn(call: symbol): Promise<void> {
  do {
    await nextTurn();
  } while (!takeTurn(call));
}

export function endTurn(call: symbol): void {
  lastDecoder = call;
  lastEnd = now();
}

function takeTurn(call: symbol): boolean {
  if (claimant === call) {
    claimant = undefined;
    return true;
  }
  if (claimant != null && isWithin(CLAIM_IN_MS, claimedAt)) {
    return false;
  }
  if (lastDecoder !== call && isWithin(SAME_TURN_IN_MS, lastEnd)) {
    claimant = call;
    claimedAt = now();
    return false;
  }
  return true;
}

/** Distance in either direction, since clocks may jump. */
function isWithin(milliseconds: number, time: number): boolean {
  return Math.abs(now() - time) < milliseconds;
}
