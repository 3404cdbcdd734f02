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
 * The least that embeddings take: the fastest way to have the replies, and a
 * loop that makes arrays of numbers of them.
 *
 * @param {import('./embed.mjs').Endpoint} endpoint
 * @returns {import('./embed.mjs').Embedding}
 */
export function postBatches({ syncURL, apiKey, inFlight, batchSize }) {
  const client = new PerformanceClient(syncURL, apiKey);
  return {
    embed: async texts =>
      await sendBatches(
        texts,
        inFlight,
        async input => {
          const body = { model: MODEL_ID, input, encoding_format: 'base64' };
          const { data } = await client.batchPost('/v1/embeddings', [body], 1);
          return data[0].data.map(
            (/** @type {{ embedding: string }} */ { embedding }) =>
              decode(embedding),
          );
        },
        batchSize,
      ),
  };
}

/** @param {string} text */
export function decode(text) {
  const { buffer, byteOffset, byteLength } = Buffer.from(text, 'base64');
  const floats = new Float32Array(
    buffer,
    byteOffset,
    byteLength / Float32Array.BYTES_PER_ELEMENT,
  );
  const numbers = new Array(floats.length);
  for (let index = 0; index < floats.length; index++) {
    numbers[index] = floats[index];
  }
  return numbers;
}
