import OpenAI from 'openai';
import { MODEL_ID } from '../test-data.mjs';
import { sendBatches } from './send-batches.mjs';

/**
 * @param {import('./embed.mjs').Endpoint} endpoint
 * @returns {import('./embed.mjs').Embedding}
 */
export function embedByOpenAI({ syncURL, apiKey, inFlight }) {
  const client = new OpenAI({ baseURL: `${syncURL}/v1`, apiKey });
  return {
    embed: async texts =>
      await sendBatches(texts, inFlight, async input => {
        const { data } = await client.embeddings.create({
          model: MODEL_ID,
          input,
        });
        return data.map(({ embedding }) => embedding);
      }),
  };
}
