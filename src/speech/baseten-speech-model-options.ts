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
   * `'text'` for Kokoro and Chatterbox. Nothing else tells which.
   *
   * @default none: it must be given at `/predict`, and only there
   */
  textField?: 'prompt' | 'text' | undefined;

  /**
   * Seconds that a call may take, 1 to 3600; in a stream, that each piece may
   * take. A deployment that scaled to zero answers when a replica is up, which
   * takes minutes.
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
