import { APICallError } from '@ai-sdk/provider';

/** The batches of one call that are under way, and its end. */
export interface BatchRun {
  /**
   * Resolves with the last batch. Rejects at once with the reason of a stop or
   * an error that cannot be retried; with any other error as soon as nothing
   * is under way.
   */
  ended: Promise<void>;
  /** Whether further batches may start. */
  isGoingOn(): boolean;
  /** Requests without a reply yet. */
  unanswered(): number;
  /** Resolves when the next batch is answered or settles, or the run stops. */
  changed(): Promise<void>;
  begin(): RunningBatch;
  stop(reason: unknown): void;
}

export interface RunningBatch {
  /** Aborted when the run stops. */
  signal: AbortSignal;
  /** Its reply has come; it is not decoded yet. */
  answer(): void;
  succeed(): void;
  fail(error: unknown): void;
}

export function createBatchRun(batches: number): BatchRun {
  // A signal per batch: listeners would pile up on a shared one.
  const underWay = new Set<AbortController>();
  const unanswered = new Set<AbortController>();
  let unfinished = batches;
  let failure: { error: unknown } | undefined;
  let isStopped = false;
  let finish = () => {};
  let reject = (_reason: unknown) => {};
  let change = () => {};
  const ended = new Promise<void>((resolveEnded, rejectEnded) => {
    finish = resolveEnded;
    reject = rejectEnded;
  });

  const stop = (reason: unknown) => {
    if (isStopped) {
      return;
    }
    isStopped = true;
    reject(reason);
    for (const controller of underWay) {
      controller.abort(reason);
    }
    change();
  };

  const answer = (controller: AbortController) => {
    unanswered.delete(controller);
    change();
  };

  const settle = (controller: AbortController) => {
    underWay.delete(controller);
    if (failure != null && underWay.size === 0) {
      stop(failure.error);
    }
    answer(controller);
  };

  return {
    ended,
    isGoingOn: () => failure == null && !isStopped,
    unanswered: () => unanswered.size,
    changed: () =>
      new Promise(resolve => {
        change = resolve;
      }),
    begin: () => {
      const controller = new AbortController();
      underWay.add(controller);
      unanswered.add(controller);
      return {
        signal: controller.signal,
        answer: () => answer(controller),
        succeed: () => {
          unfinished -= 1;
          if (unfinished === 0) {
            finish();
          }
          settle(controller);
        },
        fail: error => {
          failure ??= { error };
          if (!(APICallError.isInstance(error) && error.isRetryable)) {
            stop(error);
          }
          settle(controller);
        },
      };
    },
    stop,
  };
}
