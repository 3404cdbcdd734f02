import { z } from 'zod/v4';
import { deploymentOptionsShape } from '../batching/deployment-options';
import type { OptionsSchema } from '../settings/parse-baseten-options';
import { once } from '../utils/once';

/** The name under which a deployment serves its transcription model. */
export type BasetenTranscriptionModelId = string;

/**
 * Options of a transcription, under `providerOptions.baseten`. Keys that are
 * not listed here are sent unchanged: among the `whisper_params` of Whisper, or
 * as fields of the form to servers of OpenAI's form.
 */
export type BasetenTranscriptionModelOptions = {
  /** Text that shows spelling and style, for example of names. */
  prompt?: string | undefined;

  /**
   * Language of the speech as an ISO 639-1 code, or `'auto'` to detect it.
   *
   * @default 'auto'
   */
  language?: string | undefined;

  /** Language of the text, where it is to be translated. Whisper only. */
  outputLanguage?: string | undefined;

  /**
   * Whether words come with their times. The call's own
   * `timestampGranularities` does the same.
   *
   * @default false
   */
  showWordTimestamps?: boolean | undefined;

  /** Whether speakers are told apart. Whisper only. */
  enableDiarization?: boolean | undefined;

  /** Whether silence is skipped (voice activity detection). Whisper only. */
  enableVad?: boolean | undefined;

  /**
   * Form of the reply of a server of OpenAI's form.
   *
   * @default 'verbose_json' if times are asked for, otherwise 'json'
   */
  responseFormat?: 'json' | 'verbose_json' | undefined;

  /**
   * Seconds that a call may take, 1 to 3600. A deployment that scaled to zero
   * answers when a replica is up, which takes minutes.
   *
   * @default 600
   */
  timeoutSeconds?: number | undefined;
};

export const transcriptionModelOptionsSchema = once(
  (): OptionsSchema<
    BasetenTranscriptionModelOptions & Record<string, unknown>
  > =>
    z
      .object({
        prompt: z.string().optional(),
        language: z.string().optional(),
        outputLanguage: z.string().optional(),
        showWordTimestamps: z.boolean().optional(),
        enableDiarization: z.boolean().optional(),
        enableVad: z.boolean().optional(),
        responseFormat: z.enum(['json', 'verbose_json']).optional(),
        timeoutSeconds: deploymentOptionsShape().timeoutSeconds,
      })
      .catchall(z.json().optional()),
);
