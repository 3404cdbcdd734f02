import type { BasetenProgress, OnProgress } from '../settings/baseten-progress';

/** Whom to tell how far a job is, and what job that is. */
export interface ProgressReceiver
  extends Pick<BasetenProgress, 'kind' | 'modelId'> {
  onProgress: OnProgress | undefined;
}

/** Tells the receiver how far a job is, for as long as the job goes on. */
export interface ProgressReport {
  /** @throws what the receiver throws, who is told nothing more then. */
  add(texts: number): void;
  end(): void;
}

export function createProgressReport(
  receiver: ProgressReceiver | undefined,
  {
    total,
    abortSignal,
  }: { total: number; abortSignal: AbortSignal | undefined },
): ProgressReport {
  let completed = 0;
  let hasEnded = receiver?.onProgress == null;

  return {
    add: texts => {
      completed += texts;
      if (receiver == null || hasEnded || abortSignal?.aborted) {
        return;
      }
      const { onProgress, ...job } = receiver;
      try {
        onProgress?.({ ...job, completed, total });
      } catch (error) {
        hasEnded = true;
        throw error;
      }
    },
    end: () => {
      hasEnded = true;
    },
  };
}
