// What the programs of this suite have in common.
import { createHash } from 'node:crypto';
import process from 'node:process';
import { createBaseten } from '@ai-sdk/baseten';
import { embedMany } from 'ai';

const { ORIGIN, API_KEY: apiKey, TRANSPORT } = process.env;

export const provider = createBaseten({
  apiKey,
  modelURL: `${ORIGIN}/environments/production/sync`,
  performanceClient: TRANSPORT === 'native',
});

/**
 * @param {string} name Texts with "slow" take a second, those with "hang" never
 * get an answer, those with "fail" get 503 now and then.
 * @param {number} count
 * @param {AbortSignal} [abortSignal]
 * @param {{ maxRetries?: number }} [options]
 * @returns {Promise<string>} a digest of all vectors
 */
export async function embedTexts(name, count, abortSignal, options) {
  const { embeddings } = await embedMany({
    model: provider.embeddingModel(),
    values: Array.from({ length: count }, (_, index) => `${name} ${index}`),
    abortSignal,
    ...options,
  });
  const hash = createHash('sha256');
  for (const embedding of embeddings) hash.update(Float32Array.from(embedding));
  return hash.digest('hex');
}

/** @param {unknown} value */
export function print(value) {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
