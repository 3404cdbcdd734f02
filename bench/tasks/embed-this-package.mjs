import { embedMany } from 'ai';

/**
 * @typedef {import('./embed.mjs').Endpoint} Endpoint
 * @typedef {import('./embed.mjs').Embedding} Embedding
 */

/**
 * @param {Endpoint} endpoint
 * @param {object} options
 * @param {boolean} options.performanceClient
 * @param {string} [options.path] Of the built package.
 * @param {'native' | 'http'} [options.transport] What is expected to be used.
 * @returns {Promise<Embedding>}
 */
export async function embedByThisPackage(
  { syncURL, apiKey, inFlight, batchSize },
  {
    performanceClient,
    path = '../../dist/index.js',
    transport = performanceClient ? 'native' : 'http',
  },
) {
  /** @type {typeof import('../../dist/index.js')} */
  const { createBaseten } = await import(path);
  const model = createBaseten({
    modelURL: syncURL,
    apiKey,
    performanceClient,
  }).embeddingModel();
  const options = {
    ...(inFlight != null && { maxConcurrentRequests: inFlight }),
    ...(batchSize != null && { batchSize }),
  };

  return {
    embed: async values => {
      const { embeddings, providerMetadata } = await embedMany({
        model,
        values,
        providerOptions: { baseten: options },
      });
      // Only calls of several batches go by the native client.
      const expected = values.length > 128 ? transport : 'http';
      const used = providerMetadata?.baseten?.transport;
      if (used !== expected) {
        throw new Error(`The requests went over ${used}.`);
      }
      return embeddings;
    },
  };
}
