import { MODEL_ID } from '../test-data.mjs';
import { PerformanceClient } from './performance-client.mjs';
import { sendBatches } from './send-batches.mjs';

/**
 * The client's own way, with its defaults.
 *
 * @param {import('./embed.mjs').Endpoint} endpoint
 * @returns {import('./embed.mjs').Embedding}
 */
export function embedByClient({ syncURL, apiKey }) {
  const client = new PerformanceClient(syncURL, apiKey);
  return {
    embed: async texts => await client.embed(texts, MODEL_ID),
    readVectors: ({ data }) =>
      data.map((/** @type {{ embedding: number[] }} */ item) => item.embedding),
  };
}

/**
 * The least that embeddings take: the fastest way to have the replies, which
 * are left as base64.
 *
 * @param {import('./embed.mjs').Endpoint} endpoint
 * @returns {import('./embed.mjs').Embedding}
 */
export function postBatches({ syncURL, apiKey, inFlight }) {
  const client = new PerformanceClient(syncURL, apiKey);
  return {
    embed: async texts =>
      await sendBatches(texts, inFlight, async input => {
        const body = { model: MODEL_ID, input, encoding_format: 'base64' };
        const { data } = await client.batchPost('/v1/embeddings', [body], 1);
        return data[0].data;
      }),
    readVectors: items =>
      items.map((/** @type {{ embedding: string }} */ { embedding }) => {
        const { buffer } = Uint8Array.from(Buffer.from(embedding, 'base64'));
        return new Float32Array(buffer);
      }),
  };
}
