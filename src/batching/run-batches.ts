import { APICallError } from '@ai-sdk/provider';
import type { RequestLimiter } from '../transport/request-limiter';
import { onAbort } from '../utils/on-abort';
import { countRequest, takeTurn, waitForRoom } from './event-loop';

/**
 * Fills the gaps of `results` (one per batch, finished ones are left alone),
 * at most `maxConcurrentRequests` batches at once.
 *
 * - `abortSignal` rejects at once with its reason.
 * - A failure that cannot be retried rejects at once and aborts what is in
 *   flight.
 * - Any other failure starts no further batch; those in flight settle and are
 *   kept, then it rejects. So a repeat sends only what is missing.
 */
export async function runBatches<BATCH, REPLY, RESULT>({
  batches,
  results,
  maxConcurrentRequests,
  limiter,
  abortSignal,
  send,
  read,
}: {
  batches: readonly BATCH[];
  results: Array<RESULT | undefined>;
  maxConcurrentRequests: number;
  limiter: RequestLimiter;
  abortSignal: AbortSignal | undefined;
  send: (batch: BATCH, abortSignal: AbortSignal) => Promise<REPLY>;
  read: (reply: REPLY, batch: BATCH) => RESULT;
}): Promise<void> {
  abortSignal?.throwIfAborted();

  const missing = [...batches.entries()].filter(
    ([index]) => results[index] === undefined,
  );
  if (missing.length === 0) {
    return;
  }
  // A signal per batch: listeners would pile up on one that all of them share.
  const inFlight = new Set<AbortController>();
  const stop = new AbortController();
  const stopped = new Promise<never>((_, reject) => {
    stop.signal.addEventListener('abort', () => {
      reject(stop.signal.reason);
      for (const controller of inFlight) {
        controller.abort(stop.signal.reason);
      }
    });
  });
  let failure: { error: unknown } | undefined;
  let unfinished = missing.length;
  let finish = () => {};
  const finished = new Promise<void>(resolve => {
    finish = resolve;
  });

  const sendNext = async (): Promise<void> => {
    await waitForRoom();
    const next =
      failure == null && !stop.signal.aborted ? missing.shift() : undefined;
    if (next == null) {
      return;
    }
    const [index, batch] = next;
    const controller = new AbortController();
    inFlight.add(controller);
    const settle = async () => {
      try {
        const reply = await countRequest(() => send(batch, controller.signal));
        results[index] = await takeTurn(() => read(reply, batch));
        unfinished -= 1;
        if (unfinished === 0) {
          finish();
        }
      } catch (error) {
        failure ??= { error };
        if (!(APICallError.isInstance(error) && error.isRetryable)) {
          stop.abort(error);
        }
      }
      inFlight.delete(controller);
      if (failure != null && inFlight.size === 0) {
        stop.abort(failure.error);
      }
    };
    // A native request cannot be ended: it gives its place up, and its result
    // is still kept when it comes.
    await Promise.race([settle(), stopped.catch(() => {})]);
  };
  // Each worker queues one batch at a time, so that other calls get their turn.
  const work = async () => {
    while (missing.length > 0 && failure == null && !stop.signal.aborted) {
      await limiter.run(sendNext);
    }
  };

  const stopListening = onAbort(abortSignal, () =>
    stop.abort(abortSignal?.reason),
  );
  const leave = limiter.enter(maxConcurrentRequests);
  try {
    // Not for the workers: one may still queue for a place that it does not need.
    missing.slice(0, maxConcurrentRequests).forEach(() => void work());
    await Promise.race([finished, stopped]);
  } finally {
    leave();
    stopListening();
  }
}
