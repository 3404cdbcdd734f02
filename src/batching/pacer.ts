import { now } from '../utils/timers';
import { endTurn, waitForTurn } from './decoding-turns';

/**
 * Paces the requests of one call. Replies are converted and decoded on the main
 * thread. When many arrive together they stall it, and their text piles up in
 * memory and is collected late. So requests start at the pace at which replies
 * can be read, and each decoding takes a turn of the event loop.
 */
export interface Pacer {
  /** Whether another request can start now. */
  hasRoom(): boolean;
  /** Counts a request that starts now, to its answer. */
  countRequest<REPLY>(send: () => Promise<REPLY>): Promise<REPLY>;
  /** Decodes after the earlier replies of the call, in a turn of its own. */
  decodeInTurn<RESULT>(decode: () => RESULT): Promise<RESULT>;
}

/** Requests that start without a wait, however long replies take to decode. */
const FREE_REQUESTS = 4;

/** The native client's conversion takes about as long as the decoding. */
const COST_PER_DECODING = 2;

/** Assumed cost of a reply in milliseconds of the thread, until one has come. */
const FIRST_COST_IN_MS = 2;

/** A longer decoding was interrupted, for example by a frozen process. */
const MAX_DECODING_IN_MS = 50;

/** Weight of the latest decoding in the average cost. */
const WEIGHT = 1 / 8;

/** Resolution of timers: shorter waits are not possible. */
export const SHORTEST_WAIT_IN_MS = 1;

export function createPacer(): Pacer {
  const call = Symbol('call');
  let unanswered = 0;
  let undecoded = 0;
  let costInMs = FIRST_COST_IN_MS;
  let quickestAnswerInMs = Number.POSITIVE_INFINITY;
  let nextStart = Number.NEGATIVE_INFINITY;
  let lastTurn: Promise<void> = Promise.resolve();

  /** By more than a timer's resolution: cheap replies never wait. */
  const isTooSoon = () =>
    unanswered >= FREE_REQUESTS && nextStart - now() > SHORTEST_WAIT_IN_MS;

  /** More is in flight than needed to always have a reply to read. */
  const isDecodingBehind = () =>
    undecoded > 0 &&
    undecoded + unanswered >
      Math.max(FREE_REQUESTS, quickestAnswerInMs / costInMs);

  return {
    hasRoom: () => !isTooSoon() && !isDecodingBehind(),

    countRequest: async send => {
      const start = now();
      // The lead is capped: a clock that jumps back must not hold the call.
      nextStart =
        Math.min(Math.max(nextStart, start), start + MAX_DECODING_IN_MS) +
        costInMs;
      unanswered += 1;
      try {
        return await send();
      } finally {
        unanswered -= 1;
        // Grows slowly, so that a server may become slower.
        quickestAnswerInMs = Math.max(
          SHORTEST_WAIT_IN_MS / 10,
          Math.min(now() - start, quickestAnswerInMs * 1.02),
        );
      }
    },

    decodeInTurn: async decode => {
      undecoded += 1;
      lastTurn = lastTurn.then(() => waitForTurn(call));
      await lastTurn;
      undecoded -= 1;

      const start = now();
      try {
        return decode();
      } finally {
        const decodingInMs = Math.min(
          Math.max(0, now() - start),
          MAX_DECODING_IN_MS,
        );
        costInMs += (decodingInMs * COST_PER_DECODING - costInMs) * WEIGHT;
        endTurn(call);
      }
    },
  };
}
