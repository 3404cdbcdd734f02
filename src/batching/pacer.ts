import { now } from '../utils/timers';
import { countDecoding, waitForTurn } from './decoding-turns';

/**
 * Paces the requests of one call. Replies are converted and decoded on the main
 * thread. When many arrive together they stall it, and their text piles up in
 * memory and is collected late. So requests start at the pace at which replies
 * can be read, and each decoding takes a turn of the event loop.
 */
export interface Pacer {
  /** Whether the next request should start a moment later. */
  isTooSoon(): boolean;
  /** Whether more is in flight than needed to always have a reply to read. */
  isDecodingBehind(): boolean;
  /** Counts a request that starts now. Returns what counts its answer. */
  countRequest(): () => void;
  /** Decodes after the earlier replies of the call, in a turn of the call's. */
  decodeInTurn<RESULT>(decode: () => RESULT): Promise<RESULT>;
}

/** Requests that start without a wait, however long replies take to decode. */
const FREE_REQUESTS = 4;

/** The native client's conversion takes about as long as the decoding. */
const COST_PER_DECODING = 2;

/**
 * Assumed cost of a reply in milliseconds of the thread, until some have come. It
 * is low, since too slow a pace lengthens the call, and too quick a one does not.
 */
const FIRST_COST_IN_MS = 0.5;

/** Lowest cost, from which it can still grow. */
const MIN_COST_IN_MS = 0.01;

/** Weight of the latest decoding in the average cost. */
const WEIGHT = 1 / 8;

/** A slower decoding was interrupted, by garbage collection or a freeze. */
const MAX_RATIO_TO_AVERAGE = 3;

/** Longest time that a request may have to wait before it starts. */
const MAX_LEAD_IN_MS = 50;

/** Time behind the pace, lost to late timers, that quicker starts make up for. */
const MAX_LAG_IN_MS = 3;

/**
 * The same as a part of the quickest answer's time. Where answers come at once,
 * starts close together only pile replies up.
 */
const LAG_PER_ANSWER_TIME = 1 / 20;

/** Resolution of timers: shorter waits are not possible. */
export const SHORTEST_WAIT_IN_MS = 1;

export function createPacer(): Pacer {
  const call = Symbol('call');
  let unanswered = 0;
  let undecoded = 0;
  let costInMs = FIRST_COST_IN_MS;
  let quickestAnswerInMs = Number.POSITIVE_INFINITY;
  let nextStart = now();
  let lastTurn: Promise<void> = Promise.resolve();

  /** None before the first answer: it may come at once. */
  const lagInMs = () =>
    Number.isFinite(quickestAnswerInMs)
      ? Math.min(MAX_LAG_IN_MS, quickestAnswerInMs * LAG_PER_ANSWER_TIME)
      : 0;

  return {
    /** By more than a timer's resolution: cheap replies never wait. */
    isTooSoon: () =>
      unanswered >= FREE_REQUESTS && nextStart - now() > SHORTEST_WAIT_IN_MS,

    isDecodingBehind: () =>
      undecoded > 0 &&
      undecoded + unanswered >
        Math.max(FREE_REQUESTS, quickestAnswerInMs / costInMs),

    countRequest: () => {
      const start = now();
      // The lead is capped: a clock that jumps back must not hold the call.
      nextStart =
        Math.min(
          Math.max(nextStart, start - lagInMs()),
          start + MAX_LEAD_IN_MS,
        ) + costInMs;
      unanswered += 1;

      return () => {
        unanswered -= 1;
        // Grows slowly, so that a server may become slower.
        quickestAnswerInMs = Math.max(
          SHORTEST_WAIT_IN_MS / 10,
          Math.min(now() - start, quickestAnswerInMs * 1.02),
        );
      };
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
        const decodingInMs = now() - start;
        const latestInMs = Math.min(
          decodingInMs * COST_PER_DECODING,
          costInMs * MAX_RATIO_TO_AVERAGE,
        );
        costInMs = Math.max(
          MIN_COST_IN_MS,
          costInMs + (latestInMs - costInMs) * WEIGHT,
        );
        countDecoding(call, decodingInMs);
      }
    },
  };
}
