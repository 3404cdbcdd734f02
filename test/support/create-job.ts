import { setTimeout } from 'node:timers/promises';
import { APICallError } from '@ai-sdk/provider';
import { runBatches } from '../../src/batching/run-batches';
import {
  createRequestLimiter,
  type RequestLimiter,
} from '../../src/transport/request-limiter';

type Send = (
  batch: number,
  abortSignal: AbortSignal | undefined,
) => Promise<string>;

export const numbers = (length: number) => [...Array(length).keys()];

/** A job over the batches 0, 1, 2, ..., four at once, and what it has done. */
export function createJob(
  count: number,
  send: Send,
  {
    maxConcurrentRequests = 4,
    limiter = createRequestLimiter(),
    abortSignal,
    read = reply => reply,
  }: {
    maxConcurrentRequests?: number;
    limiter?: RequestLimiter;
    abortSignal?: AbortSignal;
    read?: (reply: string) => string;
  } = {},
) {
  const results: Array<string | undefined> = Array.from({ length: count });
  const sent: number[] = [];
  const run = () =>
    runBatches({
      batches: numbers(count),
      results,
      maxConcurrentRequests,
      limiter,
      abortSignal,
      send: async (batch, signal) => {
        sent.push(batch);
        return await send(batch, signal);
      },
      read,
    });
  return { results, sent, run };
}

/** Waits until all that may be in flight at the same time are. */
export async function fullHouse(sent: readonly unknown[]): Promise<void> {
  while (sent.length < 4) await setTimeout(1);
}

export const createFailure = (isRetryable: boolean) =>
  new APICallError({
    message: 'failed',
    url: 'http://localhost',
    requestBodyValues: {},
    isRetryable,
  });
