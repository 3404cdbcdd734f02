import { z } from 'zod/v4';
import {
  type DeploymentOptions,
  deploymentOptionsShape,
} from '../batching/deployment-options';
import { once } from '../utils/once';

/** Id of a reranking model. Baseten's engine takes none: it is yours to name. */
export type BasetenRerankingModelId = string;

/**
 * Options of a reranking call, under `providerOptions.baseten`. Keys that are
 * not listed here are sent in the request body untouched.
 */
export type BasetenRerankingModelOptions = DeploymentOptions & {
  /**
   * Scores as the model computes them instead of between 0 and 1.
   *
   * @default the server's: `false`
   */
  rawScores?: boolean | undefined;

  /**
   * Whether texts beyond the model's maximum length are cut instead of refused.
   *
   * @default the server's: `true`
   */
  truncate?: boolean | undefined;

  /**
   * The end at which a text is cut.
   *
   * @default the server's: `'Right'`
   */
  truncationDirection?: 'Left' | 'Right' | undefined;
};

export const rerankingModelOptionsSchema = once(
  (): z.ZodType<BasetenRerankingModelOptions & Record<string, unknown>> =>
    z
      .object({
        rawScores: z.boolean().optional(),
        truncate: z.boolean().optional(),
        truncationDirection: z.enum(['Left', 'Right']).optional(),
        ...deploymentOptionsShape(),
      })
      .catchall(z.json().optional()),
);
