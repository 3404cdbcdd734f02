import { nextTurn, now } from '../utils/timers';

/**
 * Replies of all calls are decoded on one thread, each in a turn of the event
 * loop of its own, so that others get theirs in between. What calls share here
 * is only read and written, never waited for.
 */

/** Decodings this close to each other are in the same turn. */
const SAME_TURN_IN_MS = 0.1;

/** A claim that is not used for so long is of a call that is gone. */
const CLAIM_IN_MS = 5;

let lastDecoder: symbol | undefined;
let lastEnd = Number.NEGATIVE_INFINITY;
/** The call that goes first in the next turn, since it had to wait. */
let claimant: symbol | undefined;
let claimedAt = Number.NEGATIVE_INFINITY;

/** Waits for the next turn in which no other call decodes. */
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
  if (claimant !== undefined && isWithin(CLAIM_IN_MS, claimedAt)) {
    return false;
  }
  if (lastDecoder !== call && isWithin(SAME_TURN_IN_MS, lastEnd)) {
    claimant = call;
    claimedAt = now();
    return false;
  }
  return true;
}

/** In either direction: a clock may jump. */
function isWithin(milliseconds: number, time: number): boolean {
  return Math.abs(now() - time) < milliseconds;
}
