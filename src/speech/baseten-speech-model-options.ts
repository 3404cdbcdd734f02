import { z } from 'zod/v4';
import { deploymentOptionsShape } from '../batching/deployment-options';
import type { OptionsSchema } from '../settings/parse-baseten-options';
import { once } from '../utils/once';

/** The name under which a deployment serves its speech model. */
export type BasetenSpeechModelId = string;

/**
 * Options of a speech call, under `providerOptions.baseten`. Keys that are not
 * listed here are sent unchanged in the request body.
 */
export type BasetenSpeechModelOptions = {
  /**
   * The field that takes the text at `/predict`: `'prompt'` for Orpheus,
   * `'text'` for Kokoro and Chatterbox. It cannot be derived from the URL.
   *
   * @default none: it must be given at `/predict`, and only there
   */
  textField?: 'prompt' | 'text' | undefined;

  /**
   * Maximum duration of a call in seconds, 1 to 3600; in a stream, of the wait
   * for each piece. A deployment that has scaled to zero answers once a replica
   * is up, which takes minutes.
   *
   * @default 600
   */
  timeoutSeconds?: number | undefined;
};

export const speechModelOptionsSchema = once(
  (): OptionsSchema<BasetenSpeechModelOptions & Record<string, unknown>> =>
    z
      .object({
        textField: z.enum(['prompt', 'text']).optional(),
        timeoutSeconds: deploymentOptionsShape().timeoutSeconds,
      })
      .catchall(z.json().optional()),
);
