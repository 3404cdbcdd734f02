import { createAnswer } from '../server/chat-reply.mjs';
import { API_KEY, MODEL_ID } from '../test-data.mjs';

/**
 * @typedef {import('@ai-sdk/provider').LanguageModelV4} LanguageModel
 * @typedef {import('@ai-sdk/provider').LanguageModelV4StreamPart} StreamPart
 */

/** @type {Record<string, (baseURL: string) => Promise<LanguageModel>>} */
const variants = {
  this: async baseURL => {
    const { createBaseten } = await import('../../dist/index.js');
    return createBaseten({ baseURL, apiKey: API_KEY }).chatModel(MODEL_ID);
  },
  'openai-compatible': async baseURL => {
    const { OpenAICompatibleChatLanguageModel } = await import(
      '@ai-sdk/openai-compatible'
    );
    return new OpenAICompatibleChatLanguageModel(MODEL_ID, {
      provider: 'bench.chat',
      url: ({ path }) => `${baseURL}${path}`,
      headers: () => ({ authorization: `Bearer ${API_KEY}` }),
      includeUsage: true,
      supportsStructuredOutputs: true,
    });
  },
};

/**
 * Reads whole answers from the model itself: what `streamText` adds is the same
 * for both and would only hide the difference.
 *
 * @param {import('../worker.mjs').Job} job
 * @returns {Promise<import('../worker.mjs').Task>}
 */
export async function prepare({ variant, origin, size: chunks, latency }) {
  const model = await variants[variant]?.(
    `${origin}/${chunks}/${latency}/sync/v1`,
  );
  if (model == null) throw new Error(`There is no variant ${variant}.`);

  return {
    run: async () => {
      const { stream } = await model.doStream({
        prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }],
      });
      /** @type {StreamPart[]} */
      const parts = [];
      for await (const part of stream) parts.push(part);
      return parts;
    },
    check: (/** @type {StreamPart[]} */ parts) => {
      const deltas = parts.filter(part => part.type === 'text-delta');
      const finish = parts.find(part => part.type === 'finish');
      const isRight =
        deltas.length === chunks &&
        deltas.map(part => part.delta).join('') === createAnswer(chunks) &&
        finish?.finishReason.unified === 'stop' &&
        finish.usage.outputTokens.total === chunks;
      if (!isRight) throw new Error('The answer is not what was sent.');
    },
  };
}
