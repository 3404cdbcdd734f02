/**
 * Replies are decoded on the main thread. When many arrive together they stall
 * it, and their text piles up in memory. So requests start at a pace that
 * decoding can follow, and each decoding takes a turn of the event loop. The
 * state is the module's own, since a process has one event loop.
 */

/** A server that answers sooner is not kept waiting by a request that is. */
const QUICK_ANSWER_IN_MS = 25;

let unanswered = 0;
let undecoded = 0;
let quickestAnswerInMs = Number.POSITIVE_INFINITY;
let lastStart: Promise<void> = Promise.resolve();
let lastTurn: Promise<void> = Promise.resolve();

/** Waits until one more request can start; requests start one by one. */
export function waitForRoom(): Promise<void> {
  lastStart = lastStart.then(async () => {
    while (isDecodingBehind()) {
      await new Promise(resolve => setTimeout(resolve, 1));
    }
  });
  return lastStart;
}

function isDecodingBehind(): boolean {
  return quickestAnswerInMs < QUICK_ANSWER_IN_MS && undecoded > unanswered;
}

/** Counts a request from its start, which is at once, to its answer. */
export async function countRequest<REPLY>(
  send: () => Promise<REPLY>,
): Promise<REPLY> {
  const start = performance.now();
  unanswered += 1;
  try {
    return await send();
  } finally {
    unanswered -= 1;
    // It grows little by little, so that a server may become a slow one.
    quickestAnswerInMs = Math.min(
      performance.now() - start,
      quickestAnswerInMs * 1.02,
    );
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
