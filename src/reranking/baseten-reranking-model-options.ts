import { z } from 'zod/v4';
import {
  type DeploymentOptions,
  deploymentOptionsShape,
} from '../batching/deployment-options';
import type { OptionsSchema } from '../settings/parse-baseten-options';
import { once } from '../utils/once';

/**
 * Id of a reranking model. It only names the model in results: Baseten's engine
 * takes none.
 */
export type BasetenRerankingModelId = string;

/**
 * Options of a reranking call, under `providerOptions.baseten`. Keys that are
 * not listed here are sent unchanged in the request body.
 */
export type BasetenRerankingModelOptions = DeploymentOptions & {
  /**
   * Whether to return the model's raw scores instead of scores from 0 to 1.
   *
   * @default the server's: `false`
   */
  rawScores?: boolean | undefined;

  /**
   * Whether to truncate texts beyond the model's maximum length instead of
   * refusing them.
   *
   * @default the server's: `true`
   */
  truncate?: boolean | undefined;

  /**
   * The end at which texts are truncated.
   *
   * @default the server's: `'Right'`
   */
  truncationDirection?: 'Left' | 'Right' | undefined;
};

export const rerankingModelOptionsSchema = once(
  (): OptionsSchema<BasetenRerankingModelOptions & Record<string, unknown>> =>
    z
      .object({
        rawScores: z.boolean().optional(),
        truncate: z.boolean().optional(),
        truncationDirection: z.enum(['Left', 'Right']).optional(),
        ...deploymentOptionsShape(),
      })
      .catchall(z.json().optional()),
);
