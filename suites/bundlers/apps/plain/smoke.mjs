import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { embed, generateText } from 'ai';

/**
 * The same kind of app on the AI SDK's own client, for comparison.
 *
 * @param {{ origin: string, apiKey: string }} server
 * @returns {Promise<import('../../../runtimes/runtime').SmokeReport>}
 */
export async function smoke({ origin, apiKey }) {
  const provider = createOpenAICompatible({
    name: 'baseten',
    apiKey,
    baseURL: `${origin}/environments/production/sync/v1`,
  });
  const { text } = await generateText({
    model: provider('placeholder'),
    prompt: 'Say "a fine day".',
  });
  const { embedding } = await embed({
    model: provider.embeddingModel('embeddings'),
    value: 'a fine day',
  });
  const isFine = text === 'a fine day' && embedding.length > 0;

  return {
    transport: 'http',
    passed: isFine ? ['generate', 'embed'] : [],
    failed: isFine ? [] : [`got "${text}" and ${embedding.length} numbers`],
  };
}
