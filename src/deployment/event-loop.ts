/**
 * Replies are decoded on the main thread. When many arrive together they stall
 * it, and their text piles up in memory. So requests start at a pace that
 * decoding can follow, and each decoding takes a turn of the event loop. The
 * state is the module's own, since a process has one event loop.
 */

/** Requests that start without a pause: a job of a few batches never waits. */
const FREE_REQUESTS = 4;

let unanswered = 0;
let undecoded = 0;
let lastStart: Promise<void> = Promise.resolve();
let lastTurn: Promise<void> = Promise.resolve();

/** Waits until one more request can start; requests start one by one. */
export function waitForRoom(): Promise<void> {
  lastStart = lastStart.then(async () => {
    let crowded = unanswered >= FREE_REQUESTS || undecoded > unanswered;
    while (crowded) {
      await new Promise(resolve => setTimeout(resolve, 1));
      crowded = undecoded > unanswered;
    }
  });
  return lastStart;
}

/** Counts a request from its start, which is at once, to its answer. */
export async function countRequest<REPLY>(
  send: () => Promise<REPLY>,
): Promise<REPLY> {
  unanswered += 1;
  try {
    return await send();
  } finally {
    unanswered -= 1;
  }
}

/** Decodes in a turn of the event loop that no other decoding has. */
export async function takeTurn<RESULT>(decode: () => RESULT): Promise<RESULT> {
  undecoded += 1;
  lastTurn = lastTurn.then(nextTurn);
  await lastTurn;
  undecoded -= 1;
  return decode();
}

function nextTurn(): Promise<void> {
  return new Promise(resolve => {
    if (globalThis.setImmediate == null) {
      setTimeout(resolve);
    } else {
      setImmediate(resolve);
    }
  });
}
