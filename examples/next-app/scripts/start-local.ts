import { existsSync } from 'node:fs';

const FOLDER = new URL('../../../local-baseten', import.meta.url);

/**
 * Starts the local Baseten of the repository.
 *
 * @returns its end, and what the app has to know of it; in a copy of the app
 *   outside the repository it is not there, and the process ends.
 */
export async function startLocal() {
  if (!existsSync(FOLDER)) {
    console.error('Set BASETEN_API_KEY in .env.local: the README says how.');
    process.exit(1);
  }
  const { startLocalBaseten } = await import('../../../local-baseten');
  const { apiKey, baseURL, modelURL, close } = await startLocalBaseten({
    // The delay makes streaming visible.
    tokenDelayMilliseconds: 25,
  });
  return {
    close,
    environment: {
      BASETEN_API_KEY: apiKey,
      BASETEN_BASE_URL: baseURL,
      BASETEN_MODEL_URL: modelURL,
      BASETEN_RERANK_MODEL_URL: modelURL,
      BASETEN_TRANSCRIPTION_MODEL_URL: `${modelURL}/v1`,
      BASETEN_SPEECH_MODEL_URL: `${modelURL}/v1`,
    },
  };
}
