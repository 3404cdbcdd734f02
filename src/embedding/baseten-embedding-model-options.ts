import { z } from 'zod/v4';
import {
  type DeploymentOptions,
  deploymentOptionsShape,
} from '../batching/deployment-options';
import type { OptionsSchema } from '../settings/parse-baseten-options';
import { once } from '../utils/once';

/** Id of an embedding model. Baseten's embedding engine ignores it. */
export type BasetenEmbeddingModelId = string;

/**
 * Options of an embedding call, under `providerOptions.baseten`. Keys that are
 * not listed here are sent unchanged in the request body.
 */
export type BasetenEmbeddingModelOptions = DeploymentOptions & {
  /**
   * Length of the vectors, a positive integer, for models that can shorten
   * them. Overrides the call's own `dimensions`.
   */
  dimensions?: number | undefined;

  /** Id of your end user. */
  user?: string | undefined;

  /**
   * How vectors are encoded in replies. You get `number[]` either way; `base64`
   * is a quarter of the size and several times as fast.
   *
   * @default 'base64'
   */
  encodingFormat?: 'base64' | 'float' | undefined;
};

export const embeddingModelOptionsSchema = once(
  (): OptionsSchema<BasetenEmbeddingModelOptions & Record<string, unknown>> =>
    z
      .object({
        dimensions: z.int().positive().optional(),
        user: z.string().optional(),
        encodingFormat: z.enum(['base64', 'float']).optional(),
        ...deploymentOptionsShape(),
      })
      .catchall(z.json().optional()),
);
