import { z } from 'zod/v4';
import { deploymentOptionsShape } from '../deployment/deployment-options';
import { once } from '../once';

/** Id of an embedding model. Baseten's embedding engine ignores it. */
export type BasetenEmbeddingModelId = string;

/**
 * Options of an embedding call, under `providerOptions.baseten`. Keys that are
 * not listed here are sent in the request body untouched.
 */
export type BasetenEmbeddingModelOptions = {
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

  /**
   * Texts per request, 1 to 1024. Baseten's own engine refuses more than 128.
   *
   * @default 128
   */
  batchSize?: number | undefined;

  /**
   * Requests in flight for this call, 1 to 512. Calls that run at the same
   * time on one provider instance share the largest number that one of them
   * asked for.
   *
   * @default 32
   */
  maxConcurrentRequests?: number | undefined;

  /**
   * Seconds that one attempt of one request may take, 1 to 3600. A deployment
   * that scaled to zero answers when a replica is up, which takes minutes.
   *
   * @default 600
   */
  timeoutSeconds?: number | undefined;
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
