import type { Places, RequestLimiter } from '../transport/request-limiter';
import { onAbort } from '../utils/on-abort';
import { sleep } from '../utils/timers';
import { type BatchRun, createBatchRun } from './batch-run';
import { createPacer, type Pacer, SHORTEST_WAIT_IN_MS } from './pacer';

/** Milliseconds before a call asks again for a place held by another. */
const ASK_AGAIN_IN_MS = { step: 5, most: 40 };

export interface BatchJob<BATCH, REPLY, RESULT> {
  batches: readonly BATCH[];
  /** One per batch. Missing ones are filled in; finished ones are kept. */
  results: Array<RESULT | undefined>;
  maxConcurrentRequests: number;
  limiter: RequestLimiter;
  abortSignal: AbortSignal | undefined;
  send: (batch: BATCH, abortSignal: AbortSignal | undefined) => Promise<REPLY>;
  read: (reply: REPLY, batch: BATCH) => RESULT;
  /** Called when the result of a batch is there; an error fails the job. */
  finish?: (batch: BATCH) => void;
}

/**
 * Sends the batches that have no result yet.
 *
 * - A single batch is sent at once: no place, no pace, no timer.
 * - `abortSignal` rejects at once with its reason.
 * - A failure that cannot be retried rejects at once and aborts what is in
 *   flight.
 * - Any other failure starts no further batch; those in flight settle and are
 *   kept, then it rejects. So a repeat sends only what is missing.
 */
export async function runBatches<BATCH, REPLY, RESULT>(
  job: BatchJob<BATCH, REPLY, RESULT>,
): Promise<void> {
  job.abortSignal?.throwIfAborted();
  const missing = [...job.batches.entries()].filter(
    ([index]) => job.results[index] == null,
  );

  if (missing.length > 1) {
    await runMany(job, missing);
    return;
  }
  for (const [index, batch] of missing) {
    job.results[index] = job.read(
      await job.send(batch, job.abortSignal),
      batch,
    );
    job.finish?.(batch);
  }
}

/** A call of several batches, while it runs. */
interface BulkCall<BATCH, REPLY, RESULT> {
  job: BatchJob<BATCH, REPLY, RESULT>;
  run: BatchRun;
  pacer: Pacer;
  places: Places;
}

type Numbered<BATCH> = readonly [index: number, batch: BATCH];

async function runMany<BATCH, REPLY, RESULT>(
  job: BatchJob<BATCH, REPLY, RESULT>,
  missing: ReadonlyArray<Numbered<BATCH>>,
): Promise<void> {
  const run = createBatchRun(missing.length);
  const pacer = createPacer();
  const places = job.limiter.enter(job.maxConcurrentRequests);
  const stopListening = onAbort(job.abortSignal, () =>
    run.stop(job.abortSignal?.reason),
  );
  try {
    void startAll({ job, run, pacer, places }, missing);
    await run.ended;
  } finally {
    places.leave();
    stopListening();
  }
}

async function startAll<BATCH, REPLY, RESULT>(
  call: BulkCall<BATCH, REPLY, RESULT>,
  missing: ReadonlyArray<Numbered<BATCH>>,
): Promise<void> {
  for (const [index, batch] of missing) {
    await waitForStart(call);
    if (!call.run.isGoingOn()) {
      return;
    }
    void runBatch(call, index, batch);
  }
}

async function runBatch<BATCH, REPLY, RESULT>(
  { job, run, pacer, places }: BulkCall<BATCH, REPLY, RESULT>,
  index: number,
  batch: BATCH,
): Promise<void> {
  const countAnswer = pacer.countRequest();
  const running = run.begin(() => {
    places.giveBack();
    countAnswer();
  });
  try {
    const reply = await job.send(batch, run.signal);
    // The next request need not wait for the decoding of this reply.
    running.answer();
    // Even after the end: a retry of the call gets what came late.
    job.results[index] = await pacer.decodeInTurn(() => job.read(reply, batch));
    job.finish?.(batch);
    running.succeed();
  } catch (error) {
    running.fail(error);
  }
}

/** Waits until another batch may start and has a place, or the run stops. */
async function waitForStart<BATCH, REPLY, RESULT>({
  job: { maxConcurrentRequests },
  run,
  pacer,
  places,
}: BulkCall<BATCH, REPLY, RESULT>): Promise<void> {
  let waitInMs = 0;

  while (run.isGoingOn()) {
    if (run.unanswered() >= maxConcurrentRequests || pacer.isDecodingBehind()) {
      await run.changed();
    } else if (pacer.isTooSoon()) {
      await sleep(SHORTEST_WAIT_IN_MS);
    } else if (places.take()) {
      return;
    } else {
      waitInMs = Math.min(
        waitInMs + ASK_AGAIN_IN_MS.step,
        ASK_AGAIN_IN_MS.most,
      );
      await sleep(waitInMs);
    }
  }
}
