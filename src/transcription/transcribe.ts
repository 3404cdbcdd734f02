import type {
  TranscriptionModelV4CallOptions,
  TranscriptionModelV4Result,
} from '@ai-sdk/provider';
import { TIMEOUT_SECONDS } from '../settings/defaults';
import { parseBasetenOptions } from '../settings/parse-baseten-options';
import { toServedName } from '../settings/served-name';
import {
  type AudioModelConfig,
  isOpenAIForm,
} from '../transport/audio-endpoint';
import { postAudio } from '../transport/post-audio';
import { readJsonOrError } from '../transport/read-reply';
import { transcriptionModelOptionsSchema } from './baseten-transcription-model-options';
import type { AudioSource } from './encode-transcription';
import { openaiForm } from './openai-form';
import { warnOfMissingTimes } from './times';
import { whisperForm } from './whisper-form';

/** Sends one request in the form that the server takes. */
export async function transcribe(
  { modelId, config }: { modelId: string; config: AudioModelConfig },
  source: AudioSource,
  {
    headers,
    abortSignal,
    providerOptions,
    timestampGranularities = [],
  }: Omit<TranscriptionModelV4CallOptions, 'audio' | 'mediaType'>,
): Promise<TranscriptionModelV4Result> {
  const {
    options: { timeoutSeconds = TIMEOUT_SECONDS.default, ...options },
    warnings: warningsOfOptions,
  } = parseBasetenOptions(providerOptions, transcriptionModelOptionsSchema);
  const form = isOpenAIForm(config) ? openaiForm : whisperForm;

  const { body, warnings } = form.encode({
    source,
    options,
    timestampGranularities,
    model: toServedName(modelId, 'transcription'),
  });
  const timestamp = new Date();
  const { reply, result } = await postAudio(config, {
    headers,
    body,
    timeoutSeconds,
    abortSignal,
    read: readJsonOrError,
    decode: received => ({
      reply: received,
      result: form.decode(received.body),
    }),
  });

  return {
    ...result,
    warnings: [
      ...warningsOfOptions,
      ...warnings,
      ...warnOfMissingTimes(result, timestampGranularities),
    ],
    response: { ...reply, timestamp, modelId },
  };
}
