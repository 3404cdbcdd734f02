import {
  API_KEY_ENVIRONMENT_VARIABLE,
  DEFAULT_BASE_URL,
} from '../../src/settings/defaults';
import type { Kind } from './fact';

/** The platform to check, as far as it can be reached. */
export interface Platform {
  apiKey: string;
  urls: Partial<Record<Kind, string>>;
}

/** The environment variable that holds the URL of a deployment. */
export const URL_VARIABLES: Record<Exclude<Kind, 'Model APIs'>, string> = {
  chat: 'BASETEN_CHAT_MODEL_URL',
  embeddings: 'BASETEN_EMBEDDING_MODEL_URL',
  reranking: 'BASETEN_RERANKING_MODEL_URL',
  decisions: 'BASETEN_DECISION_MODEL_URL',
  transcription: 'BASETEN_TRANSCRIPTION_MODEL_URL',
  Whisper: 'BASETEN_WHISPER_MODEL_URL',
  speech: 'BASETEN_SPEECH_MODEL_URL',
};

/** Baseten itself, or `undefined` without a key. */
export function readPlatform(
  environment: NodeJS.ProcessEnv,
): Platform | undefined {
  const apiKey = environment[API_KEY_ENVIRONMENT_VARIABLE];
  if (!apiKey) return undefined;
  const urls = Object.entries(URL_VARIABLES).flatMap(([kind, variable]) => {
    const url = environment[variable];
    return url ? [[kind, toRoot(url)]] : [];
  });
  return {
    apiKey,
    urls: { 'Model APIs': DEFAULT_BASE_URL, ...Object.fromEntries(urls) },
  };
}

/** A local Baseten, which has all kinds. */
export function localPlatform(local: {
  apiKey: string;
  baseURL: string;
  modelURL: string;
}): Platform {
  const { apiKey, baseURL, modelURL } = local;
  return {
    apiKey,
    urls: {
      'Model APIs': baseURL,
      chat: modelURL,
      embeddings: modelURL,
      reranking: modelURL,
      decisions: modelURL,
      transcription: modelURL,
      Whisper: modelURL.replace(/\/sync$/, '/predict'),
      speech: modelURL,
    },
  };
}

/** What the paths of probes are below: `.../sync`, or `.../predict`. */
function toRoot(url: string): string {
  return url.replace(/\/+$/, '').replace(/\/sync\/v1$/, '/sync');
}
