import { z } from 'zod/v4';
import {
  type DeploymentOptions,
  deploymentOptionsShape,
} from '../batching/deployment-options';
import { once } from '../utils/once';

/** Id of an embedding model. Baseten's embedding engine ignores it. */
export type BasetenEmbeddingModelId = string;

/**
 * Options of an embedding call, under `providerOptions.baseten`. Keys that are
 * not listed here are sent in the request body untouched.
 */
export type BasetenEmbeddingModelOptions = DeploymentOptions & {
  /**
   * Length of the vectors, a positive integer. Only for models that can
   * shorten them. Wins over the call's own `dimensions`.
   */
  dimensions?: number | undefined;

  /** An id of your end user, sent as `user`. */
  user?: string | undefined;

  /**
   * How the vectors travel. Either gives `number[]`; `base64` is a quarter of
   * the size and several times as fast.
   *
   * @default 'base64'
   */
  encodingFormat?: 'base64' | 'float' | undefined;
};

export const embeddingModelOptionsSchema = once(
  (): z.ZodType<BasetenEmbeddingModelOptions & Record<string, unknown>> =>
    z
      .object({
        dimensions: z.int().positive().optional(),
        user: z.string().optional(),
        encodingFormat: z.enum(['base64', 'float']).optional(),
        ...deploymentOptionsShape(),
      })
      .catchall(z.json().optional()),
);
