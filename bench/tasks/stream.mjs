import { createAnswer } from '../server/chat-reply.mjs';
import { API_KEY, MODEL_ID } from '../test-data.mjs';

/** @typedef {{ content?: any[], finishReason?: any, usage?: any }} Answer */

/** @type {Record<string, (baseURL: string) => Promise<any>>} */
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
  'by-hand': async baseURL => {
    const { createModelByHand } = await import('./parse-by-hand.mjs');
    return createModelByHand(baseURL);
  },
};

const OPTIONS = {
  prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }],
  tools: [{ type: 'function', name: 'write', inputSchema: {} }],
};

/**
 * Reads whole answers from the model itself: what `streamText` adds is the same
 * for all and would only hide the difference.
 *
 * @param {import('../worker.mjs').Job} job
 * @returns {Promise<import('../worker.mjs').Task>}
 */
export async function prepare({
  variant,
  origin,
  size,
  latency,
  answer = 'text',
  pace = 'together',
  inFlight = 1,
}) {
  const model = await variants[variant]?.(
    `${origin}/${answer}/${pace}/${size}/${latency}/sync/v1`,
  );
  if (model == null) throw new Error(`There is no variant ${variant}.`);
  const ask = answer === 'reply' ? generate : stream;

  return {
    run: () => Promise.all(Array.from({ length: inFlight }, () => ask(model))),
    check: (/** @type {Answer[]} */ answers) => {
      const expected = createAnswer(answer, size);
      for (const { content = [], finishReason, usage } of answers) {
        const text = content
          .map(part => part.text ?? part.delta ?? '')
          .join('');
        const call = content.find(part => part.type === 'tool-call');
        const isRight =
          text === expected &&
          (call === undefined || call.input === expected) &&
          ['stop', 'tool-calls'].includes(finishReason.unified) &&
          usage.outputTokens.total === size;
        if (!isRight) throw new Error('The answer is not what was sent.');
      }
    },
  };
}

/** @param {any} model @returns {Promise<Answer>} */
async function generate(model) {
  return await model.doGenerate(OPTIONS);
}

/** @param {any} model @returns {Promise<Answer>} */
async function stream(model) {
  const { stream: parts } = await model.doStream(OPTIONS);
  const content = [];
  let finish;
  for await (const part of parts) {
    if (part.type === 'finish') finish = part;
    else content.push(part);
  }
  return { content, finishReason: finish?.finishReason, usage: finish?.usage };
}
