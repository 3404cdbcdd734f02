import { APICallError } from '@ai-sdk/provider';

/** The batches of one call that are under way, and its end. */
export interface BatchRun {
  /**
   * Resolves with the last batch. Rejects at once with the reason of a stop or
   * an error that cannot be retried; with any other error as soon as nothing
   * is under way.
   */
  ended: Promise<void>;
  /** Aborted when the run stops. */
  signal: AbortSignal;
  /** Whether further batches may start. */
  isGoingOn(): boolean;
  /** Requests without a reply yet. */
  unanswered(): number;
  /** Resolves when the next batch is answered or settles, or the run stops. */
  changed(): Promise<void>;
  /** @param onAnswer Called once, with the batch's reply or its failure. */
  begin(onAnswer: () => void): RunningBatch;
  stop(reason: unknown): void;
}

export interface RunningBatch {
  /** Its reply has come; it is not decoded yet. */
  answer(): void;
  succeed(): void;
  fail(error: unknown): void;
}

export function createBatchRun(batches: number): BatchRun {
  const controller = new AbortController();
  // To ask the signal for each batch is slow: engines optimize for one signal.
  let isStopped = false;
  let underWay = 0;
  let unanswered = 0;
  let unfinished = batches;
  let failure: { error: unknown } | undefined;
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
    controller.abort(reason);
    change();
  };

  const begin = (onAnswer: () => void): RunningBatch => {
    let isAnswered = false;
    underWay += 1;
    unanswered += 1;

    const answer = () => {
      if (!isAnswered) {
        isAnswered = true;
        unanswered -= 1;
        onAnswer();
      }
      change();
    };
    const settle = () => {
      underWay -= 1;
      if (failure != null && underWay === 0) {
        stop(failure.error);
      }
      answer();
    };
    return {
      answer,
      succeed: () => {
        unfinished -= 1;
        if (unfinished === 0) {
          finish();
        }
        settle();
      },
      fail: error => {
        failure ??= { error };
        if (!(APICallError.isInstance(error) && error.isRetryable)) {
          stop(error);
        }
        settle();
      },
    };
  };

  return {
    ended,
    signal: controller.signal,
    isGoingOn: () => failure == null && !isStopped,
    unanswered: () => unanswered,
    changed: () =>
      new Promise(resolve => {
        change = resolve;
      }),
    begin,
    stop,
  };
}
