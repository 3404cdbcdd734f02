import { embedMany } from 'ai';
import { createBaseten } from '../../dist/index.js';

/**
 * @param {import('./embed.mjs').Endpoint} endpoint
 * @param {{ performanceClient: boolean }} settings
 * @returns {import('./embed.mjs').Embedding}
 */
export function embedByThisPackage(
  { syncURL, apiKey, inFlight },
  { performanceClient },
) {
  const model = createBaseten({
    modelURL: syncURL,
    apiKey,
    performanceClient,
  }).embeddingModel();

  return {
    embed: async values => {
      const { embeddings, providerMetadata } = await embedMany({
        model,
        values,
        ...(inFlight != null && {
          providerOptions: { baseten: { maxConcurrentRequests: inFlight } },
        }),
      });
      const transport = providerMetadata?.baseten?.transport;
      // Only calls of several batches go by the native client.
      const isNative = performanceClient && values.length > 128;
      if (transport !== (isNative ? 'native' : 'http')) {
        throw new Error(`The requests went over ${transport}.`);
      }
      return embeddings;
    },
  };
}
