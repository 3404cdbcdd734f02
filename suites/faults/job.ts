import { embedMany, rerank } from 'ai';
import { embedText, scoreText } from '../../local-baseten';
import type { BasetenProvider } from '../../src/baseten-provider';
import type { DeploymentOptions } from '../../src/batching/deployment-options';
import { findWrongRank, findWrongVector } from './check-result';
import type { TaskName } from './scenario';

/** Length of the embeddings, short because it is not what is tested. */
export const DIMENSIONS = 8;

/** Texts of a request, by default. */
export const BATCH_SIZE = 128;

export interface Job {
  /** Each text begins with it and a colon. */
  name: string;
  texts: string[];
}

const TOPICS = ['rivers', 'mountains', 'harbours', 'bridges', 'gardens'];

export function createJob(name: string, texts: number): Job {
  return {
    name,
    texts: Array.from(
      { length: texts },
      (_, index) => `${name}: number ${index}, on ${TOPICS[index % 5]}`,
    ),
  };
}

interface RunOptions {
  provider: BasetenProvider;
  job: Job;
  abortSignal: AbortSignal | undefined;
  options: DeploymentOptions;
}

/**
 * Does a job with the SDK's own default of retries.
 *
 * @returns what is wrong with the result, if anything.
 */
export const runJob: Record<
  TaskName,
  (options: RunOptions) => Promise<string | undefined>
> = {
  embed: async ({ provider, job: { texts }, abortSignal, options }) => {
    const { embeddings } = await embedMany({
      model: provider.embeddingModel(),
      values: texts,
      abortSignal,
      providerOptions: { baseten: options },
    });
    return findWrongVector(
      embeddings,
      texts.map(text => [...embedText(text, DIMENSIONS)]),
    );
  },

  rerank: async ({ provider, job: { texts }, abortSignal, options }) => {
    const query = 'Which one is on gardens?';
    const { ranking } = await rerank({
      model: provider.rerankingModel(),
      query,
      documents: texts,
      abortSignal,
      providerOptions: { baseten: options },
    });
    return findWrongRank(
      ranking.map(({ originalIndex, score }) => ({
        index: originalIndex,
        score,
      })),
      texts.map(text => scoreText(query, text)),
    );
  },
};
