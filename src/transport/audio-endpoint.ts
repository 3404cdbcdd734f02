import {
  extractResponseHeaders,
  type FetchFunction,
  type ResponseHandler,
} from '@ai-sdk/provider-utils';
import { explainRefusal } from '../errors/explain-refusal';
import { assertNoReportedError } from '../errors/reported-error';
import type { Credentials } from '../settings/credentials';
import { missingModelURL, parseModelURL } from '../settings/parse-model-url';
import { deserializeModel, serializeModel } from '../settings/serialize-model';
import { type PostRequest, post } from './post';
import { type Reply, readJson } from './read-reply';

/** What an audio model is made of. */
export interface AudioModelConfig {
  /** Where each request goes. Its end tells which form the server takes. */
  url: string;
  credentials: Credentials;
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

/**
 * Sends one request of an audio model.
 *
 * @param request its headers are those of the call.
 * @throws what `post` throws; a refused key with where it came from.
 */
export async function postAudio<REPLY>(
  { url, credentials, fetch }: AudioModelConfig,
  request: Omit<PostRequest<REPLY>, 'url' | 'fetch' | 'headers'> & {
    headers: Record<string, string | undefined> | undefined;
  },
): Promise<REPLY> {
  const { headers, keySource } = await credentials.createHeaders(
    request.headers,
  );
  try {
    return await post({ ...request, url, fetch, headers });
  } catch (error) {
    throw explainRefusal(error, { keySource });
  }
}

/** Reads a reply as JSON. One that reports an error is that error. */
export const readJsonOrError: ResponseHandler<
  Reply<unknown>
> = async received => {
  const reply = await readJson(received);
  const { url, requestBodyValues, response } = received;
  assertNoReportedError(reply.value.body, {
    url,
    requestBodyValues,
    responseHeaders: extractResponseHeaders(response),
  });
  return reply;
};

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
