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
  /** Text that shows the expected spelling and style, such as names. */
  prompt?: string | undefined;

  /**
   * Language of the speech as an ISO 639-1 code, or `'auto'` to detect it.
   *
   * @default 'auto'
   */
  language?: string | undefined;

  /** Language to translate the text into. Whisper only. */
  outputLanguage?: string | undefined;

  /**
   * Whether to return each word with its times. The call's own
   * `timestampGranularities` does the same.
   *
   * @default false
   */
  showWordTimestamps?: boolean | undefined;

  /** Whether to identify speakers. Whisper only. */
  enableDiarization?: boolean | undefined;

  /** Whether to skip silence (voice activity detection). Whisper only. */
  enableVad?: boolean | undefined;

  /**
   * Format of the reply, for servers of OpenAI's form.
   *
   * @default 'verbose_json' if times are asked for, otherwise 'json'
   */
  responseFormat?: 'json' | 'verbose_json' | undefined;

  /**
   * Maximum duration of a call in seconds, 1 to 3600. A deployment that has
   * scaled to zero answers once a replica is up, which takes minutes.
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
