import { embedMany } from 'ai';
import { createBaseten } from 'baseten-2';

/**
 * @param {import('./embed.mjs').Endpoint} endpoint
 * @param {Partial<Parameters<typeof createBaseten>[0]>} [settings]
 * @returns {import('./embed.mjs').Embedding}
 */
export function embedByBaseten2({ syncURL, apiKey }, settings) {
  const model = createBaseten({
    modelURL: syncURL,
    apiKey,
    ...settings,
  }).embeddingModel();

  return {
    embed: async values => (await embedMany({ model, values })).embeddings,
  };
}
