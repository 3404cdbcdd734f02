import type { BasetenProgress, OnProgress } from '../settings/baseten-progress';

/** The receiver of progress reports, and the job that they describe. */
export interface ProgressReceiver
  extends Pick<BasetenProgress, 'kind' | 'modelId'> {
  onProgress: OnProgress | undefined;
}

/** Reports a job's progress to the receiver while the job runs. */
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
