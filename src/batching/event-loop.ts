/**
 * Replies are converted and decoded on the main thread. When many arrive
 * together they stall it, and their text piles up in memory and is collected
 * late. So requests start at the pace at which replies can be read, and each
 * decoding takes a turn of the event loop. The state is the module's own, since
 * a process has one event loop.
 */

/** As few as this are never kept waiting. */
const FREE_REQUESTS = 4;

/** The native client's conversion takes about as long as the decoding. */
const COST_PER_DECODING = 2;

/** The shortest wait that there is. */
const TIMER_IN_MS = 1;

/** How much the latest decoding counts in what is usual. */
const WEIGHT = 1 / 8;

let unanswered = 0;
let undecoded = 0;
/** What a reply usually costs the thread; at first a guess. */
let costInMs = 2;
let quickestAnswerInMs = Number.POSITIVE_INFINITY;
let nextStart = 0;
let lastStart: Promise<void> = Promise.resolve();
let lastTurn: Promise<void> = Promise.resolve();

/** Waits until one more request can start; requests start one by one. */
export function waitForRoom(): Promise<void> {
  lastStart = lastStart.then(async () => {
    while (isTooSoon() || isDecodingBehind()) {
      await new Promise(resolve => setTimeout(resolve, TIMER_IN_MS));
    }
    nextStart = Math.max(nextStart, performance.now()) + costInMs;
  });
  return lastStart;
}

/** By more than a timer can wait: what costs next to nothing never does. */
function isTooSoon(): boolean {
  return (
    unanswered >= FREE_REQUESTS && nextStart - performance.now() > TIMER_IN_MS
  );
}

/** In flight is more than it takes to have a reply whenever one can be read. */
function isDecodingBehind(): boolean {
  return (
    undecoded > 0 &&
    undecoded + unanswered >
      Math.max(FREE_REQUESTS, quickestAnswerInMs / costInMs)
  );
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

  const start = performance.now();
  const result = decode();
  const decodingInMs = performance.now() - start;
  costInMs += (decodingInMs * COST_PER_DECODING - costInMs) * WEIGHT;
  return result;
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
