import { APICallError } from '@ai-sdk/provider';

/** The requests in flight of one call with several batches, and its end. */
export interface BatchRun {
  /**
   * Resolves with the last batch. Rejects at once with the reason of a stop or
   * an error that cannot be retried; with any other error as soon as nothing
   * is in flight.
   */
  ended: Promise<void>;
  /** Whether further batches may start. */
  isGoingOn(): boolean;
  inFlight(): number;
  /** Resolves when the next batch settles, or the run stops. */
  settled(): Promise<void>;
  /** Registers a batch; its signal is aborted when the run stops. */
  begin(): AbortController;
  succeed(controller: AbortController): void;
  fail(controller: AbortController, error: unknown): void;
  stop(reason: unknown): void;
}

export function createBatchRun(batches: number): BatchRun {
  // A signal per batch: listeners would pile up on a shared one.
  const inFlight = new Set<AbortController>();
  let unfinished = batches;
  let failure: { error: unknown } | undefined;
  let isStopped = false;
  let finish = () => {};
  let reject = (_reason: unknown) => {};
  let settle = () => {};
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
    for (const controller of inFlight) {
      controller.abort(reason);
    }
    settle();
  };

  const remove = (controller: AbortController) => {
    inFlight.delete(controller);
    if (failure != null && inFlight.size === 0) {
      stop(failure.error);
    }
    settle();
  };

  return {
    ended,
    isGoingOn: () => failure == null && !isStopped,
    inFlight: () => inFlight.size,
    settled: () =>
      new Promise(resolve => {
        settle = resolve;
      }),
    begin: () => {
      const controller = new AbortController();
      inFlight.add(controller);
      return controller;
    },
    succeed: controller => {
      unfinished -= 1;
      if (unfinished === 0) {
        finish();
      }
      remove(controller);
    },
    fail: (controller, error) => {
      failure ??= { error };
      if (!(APICallError.isInstance(error) && error.isRetryable)) {
        stop(error);
      }
      remove(controller);
    },
    stop,
  };
}
