import { nextTurn, now } from '../utils/timers';

/**
 * All replies are decoded on one thread, in turns of the event loop, so that
 * other work runs in between. A turn has one reply, or several of one call that
 * take next to no time. Calls share only numbers here; none waits for another's
 * promise.
 */

/** Decoding beyond this ends a turn. With shorter ones small batches pile up. */
const TURN_IN_MS = 3;

/** Decodings this close together count as one turn. */
const SAME_TURN_IN_MS = 1;

/** A claim unused for this long belongs to a call that is gone. */
const CLAIM_IN_MS = 5;

let lastDecoder: symbol | undefined;
let lastEnd = Number.NEGATIVE_INFINITY;
/** Time that the last decoder has taken of its turn. */
let takenInMs = 0;
/** The call that goes first in the next turn, because it had to wait. */
let claimant: symbol | undefined;
let claimedAt = Number.NEGATIVE_INFINITY;

/** Waits for a turn in which no other call decodes, unless its own goes on. */
export async function waitForTurn(call: symbol): Promise<void> {
  if (lastDecoder === call && !isClaimed() && takenInMs < TURN_IN_MS) {
    return;
  }
  do {
    await nextTurn();
  } while (!takeTurn(call));
  takenInMs = 0;
}

/** Counts a decoding in the call's turn. */
export function countDecoding(call: symbol, milliseconds: number): void {
  lastDecoder = call;
  lastEnd = now();
  takenInMs += Math.abs(milliseconds);
}

function takeTurn(call: symbol): boolean {
  if (claimant === call) {
    claimant = undefined;
    return true;
  }
  if (isClaimed()) {
    return false;
  }
  if (lastDecoder !== call && isWithin(SAME_TURN_IN_MS, lastEnd)) {
    claimant = call;
    claimedAt = now();
    return false;
  }
  return true;
}

function isClaimed(): boolean {
  return claimant != null && isWithin(CLAIM_IN_MS, claimedAt);
}

/** Distance in either direction, since clocks may jump. */
function isWithin(milliseconds: number, time: number): boolean {
  return Math.abs(now() - time) < milliseconds;
}
