import { createAnswer, createChatReply } from '../server/chat-reply.mjs';
import { API_KEY, MODEL_ID } from '../test-data.mjs';

/** @typedef {{ content?: any[], finishReason?: any, usage?: any }} Answer */

/** @type {Record<string, (baseURL: string, fetch?: typeof globalThis.fetch) => Promise<any>>} */
const variants = {
  this: async (baseURL, fetch) => {
    const { createBaseten } = await import('../../dist/index.js');
    const provider = createBaseten({ baseURL, apiKey: API_KEY, fetch });
    return provider.chatModel(MODEL_ID);
  },
  'openai-compatible': async (baseURL, fetch) => {
    const { OpenAICompatibleChatLanguageModel } = await import(
      '@ai-sdk/openai-compatible'
    );
    return new OpenAICompatibleChatLanguageModel(MODEL_ID, {
      provider: 'bench.chat',
      url: ({ path }) => `${baseURL}${path}`,
      headers: () => ({ authorization: `Bearer ${API_KEY}` }),
      includeUsage: true,
      fetch,
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
  pieceBytes,
}) {
  const model = await variants[variant]?.(
    `${origin}/${answer}/${pace}/${size}/${latency}/sync/v1`,
    pieceBytes === undefined ? undefined : fetchInPieces(size, pieceBytes),
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

/**
 * A `fetch` whose reply arrives in pieces of one size, which sockets would join.
 *
 * @param {number} size
 * @param {number} pieceBytes
 * @returns {typeof globalThis.fetch}
 */
function fetchInPieces(size, pieceBytes) {
  const bytes = Buffer.concat(createChatReply('event', size).pieces);
  return async () => {
    let place = 0;
    const body = new ReadableStream(
      {
        pull(controller) {
          if (place >= bytes.length) return controller.close();
          controller.enqueue(bytes.subarray(place, place + pieceBytes));
          place += pieceBytes;
        },
      },
      { highWaterMark: 0 },
    );
    return new Response(body, {
      headers: { 'content-type': 'text/event-stream' },
    });
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
