import type { FetchFunction } from '@ai-sdk/provider-utils';
import type { ModelConfig } from '../settings/baseten-model';
import { missingModelURL, parseModelURL } from '../settings/parse-model-url';
import { deserializeModel, serializeModel } from '../settings/serialize-model';

/**
 * What an audio model is made of. The end of `url`, where each request goes,
 * tells which form the server takes.
 */
export interface AudioModelConfig extends ModelConfig {
  fetch?: FetchFunction | undefined;
}

/** The settings of a provider that its audio models are made of. */
export interface AudioSettings extends Omit<AudioModelConfig, 'url'> {
  modelURL: string | URL | undefined;
}

/** Where servers of OpenAI's form are reached, below a deployment. */
const OPENAI_PATHS = {
  transcription: 'sync/v1/audio/transcriptions',
  speech: 'sync/v1/audio/speech',
};

/**
 * Checks the settings for an audio model.
 *
 * @throws InvalidArgumentError if `modelURL` is missing or has an end that the
 * kind cannot use.
 */
export function configureAudioModel(
  { modelURL, credentials, fetch }: AudioSettings,
  kind: keyof typeof OPENAI_PATHS,
): AudioModelConfig {
  if (modelURL == null) {
    throw missingModelURL(kind);
  }
  const { targetURL, endpoint } = parseModelURL(modelURL, kind);
  const isPredict = endpoint === 'predict' || endpoint === 'run_remote';
  return {
    url: `${targetURL}/${isPredict ? endpoint : OPENAI_PATHS[kind]}`,
    credentials,
    fetch,
  };
}

/** Whether a server takes the form of OpenAI's audio endpoints. */
export function isOpenAIForm({ url }: AudioModelConfig): boolean {
  return url.includes('/sync/v1/audio/');
}

/** Writes an audio model as JSON, without secrets. */
export function serializeAudioModel(
  modelId: string,
  { url, credentials }: AudioModelConfig,
) {
  return serializeModel({ modelId, url, credentials });
}

/** Reads what {@link serializeAudioModel} wrote. */
export function deserializeAudioModel(serialized: {
  modelId: string;
  config: unknown;
}): AudioModelConfig & { modelId: string } {
  const { modelId, url, credentials } = deserializeModel(serialized);
  return { modelId, url, credentials };
}
