import { createBaseten } from '@ai-sdk/baseten';
import {
  APICallError,
  experimental_decide as decide,
  embed,
  embedMany,
  generateSpeech,
  generateText,
  isStepCount,
  rerank,
  experimental_streamSpeech as streamSpeech,
  streamText,
  tool,
  transcribe,
} from 'ai';
import { z } from 'zod/v4';

const MODEL = 'openai/gpt-oss-120b';
const TEXTS = Array.from({ length: 300 }, (_, index) => `text ${index}`);

/**
 * A user's program that tries each part of the package once. It is plain
 * JavaScript of the AI SDK, so that it runs everywhere as it stands.
 *
 * @param {{ origin: string, apiKey: string }} server A local Baseten whose
 * reply to a prompt with the word "forever" begins and does not end.
 * @returns {Promise<import('../runtime').SmokeReport>}
 */
export async function smoke({ origin, apiKey }) {
  const modelURL = `${origin}/environments/production/sync`;
  const model = createBaseten({ apiKey, baseURL: `${origin}/v1` })(MODEL);
  const deployment = createBaseten({ apiKey, modelURL });
  const embeddingModel = deployment.embeddingModel();
  const transports = new Set();

  /** @type {Record<string, () => Promise<void>>} */
  const checks = {
    generate: async () => {
      const { text, usage } = await generateText({
        model,
        prompt: 'Say "a fine day".',
      });
      expectEqual('the text', text, 'a fine day');
      expectEqual('counted tokens', Number(usage.totalTokens) > 0, true);
    },

    models: async () => {
      const { models } = await createBaseten({
        apiKey,
        baseURL: `${origin}/v1`,
      }).getAvailableModels();
      const found = models.find(({ id }) => id === MODEL);
      expectEqual('its context', Number(found?.contextLength) > 100_000, true);
    },

    stream: async () => {
      const { textStream, finishReason } = streamText({
        model,
        prompt: 'Count from 1 to 30.',
      });
      const pieces = [];
      for await (const piece of textStream) pieces.push(piece);
      expectEqual('many pieces', pieces.length > 10, true);
      expectEqual('the end', pieces.join('').endsWith('29, 30'), true);
      expectEqual('finish reason', await finishReason, 'stop');
    },

    tools: async () => {
      const weather = tool({
        description: 'Get the weather in a city',
        inputSchema: z.object({ city: z.string() }),
        execute: async ({ city }) => `21 degrees in ${city}`,
      });
      const { steps, text } = await generateText({
        model,
        tools: { weather },
        stopWhen: isStepCount(5),
        prompt: 'What is the weather in Lisbon?',
      });
      expectEqual('the tool', steps[0]?.toolCalls[0]?.toolName, 'weather');
      expectEqual('its result in the text', /21/.test(text), true);
    },

    embed: async () => {
      const { embeddings, providerMetadata } = await embedMany({
        model: embeddingModel,
        values: TEXTS,
      });
      const { embedding } = await embed({
        model: embeddingModel,
        value: TEXTS[250] ?? '',
      });
      expectEqual('embeddings', embeddings.length, TEXTS.length);
      expectEqual('number 250', `${embeddings[250]}`, `${embedding}`);
      transports.add(providerMetadata?.baseten?.transport);
    },

    rerank: async () => {
      const { ranking, providerMetadata } = await rerank({
        model: deployment.rerankingModel(),
        query: 'sunny day at the beach',
        documents: ['how to repair a bicycle', 'a sunny beach in summer'],
        // Several batches, since only those go over native.
        providerOptions: { baseten: { batchSize: 1 } },
      });
      expectEqual('the first one', ranking[0]?.originalIndex, 1);
      transports.add(providerMetadata?.baseten?.transport);
    },

    decide: async () => {
      const { answers, providerMetadata } = await decide({
        model: deployment.decisionModel(),
        state: 'My parcel has not arrived.',
        questions: {
          topic: {
            type: 'choice',
            criteria: { parcel: 'a parcel', bill: 'a bill' },
          },
        },
      });
      expectEqual('the choice', answers.topic.choice, 'parcel');
      // A single request goes over HTTP everywhere.
      expectEqual(
        'its transport',
        providerMetadata?.baseten?.transport,
        'http',
      );
    },

    speech: async () => {
      const text = 'The train leaves at nine.';
      const audio = createBaseten({ apiKey, modelURL: `${modelURL}/v1` });
      const whisper = createBaseten({
        apiKey,
        modelURL: modelURL.replace('sync', 'predict'),
      });
      const spoken = await generateSpeech({ model: audio.speech(), text });
      for (const model of [audio.transcription(), whisper.transcription()]) {
        const heard = await transcribe({
          model,
          audio: spoken.audio.uint8Array,
        });
        expectEqual('what was heard', heard.text, text);
      }

      let bytes = 0;
      const { audioStream } = streamSpeech({ model: audio.speech(), text });
      for await (const piece of audioStream) bytes += piece.length;
      expectEqual('bytes', bytes, spoken.audio.uint8Array.length);
    },

    error: async () => {
      const stranger = createBaseten({ apiKey: 'wrong', modelURL });
      const chatError = await captureError(
        generateText({
          model: createBaseten({ apiKey, baseURL: `${origin}/v1` })('no/such'),
          prompt: 'Hello!',
        }),
      );
      expectEqual('status', chatError.statusCode, 404);
      expectEqual(
        'message',
        chatError.message.split('. ')[0],
        'please check the model you provided',
      );

      const embeddingError = await captureError(
        embedMany({ model: stranger.embeddingModel(), values: TEXTS }),
      );
      expectEqual('status', embeddingError.statusCode, 403);
      expectEqual(
        'message',
        embeddingError.message.split('. ')[0],
        'please check the api-key you provided',
      );
    },

    abort: async () => {
      const stream = new AbortController();
      const kinds = [];
      const { fullStream } = streamText({
        model,
        prompt: 'Say "this goes on forever and ever and ever".',
        abortSignal: stream.signal,
      });
      for await (const { type } of fullStream) {
        kinds.push(type);
        if (type.endsWith('-delta')) stream.abort();
      }
      expectEqual('the last part', kinds.at(-1), 'abort');

      const error = await embedMany({
        model: embeddingModel,
        values: ['this takes forever'],
        abortSignal: AbortSignal.timeout(200),
      }).catch(reason => reason);
      expectEqual('the reason', error?.name, 'TimeoutError');
    },
  };

  const passed = [];
  const failed = [];
  for (const [name, check] of Object.entries(checks)) {
    try {
      await beforeTimeout(check());
      passed.push(name);
    } catch (error) {
      failed.push(`${name}: ${error}`);
    }
  }
  return { transport: [...transports].join(' and '), passed, failed };
}

/**
 * @param {Promise<void>} work
 */
async function beforeTimeout(work) {
  let timer;
  const timeout = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('It takes too long.')), 30_000);
  });
  try {
    await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @param {string} what
 * @param {unknown} actual
 * @param {unknown} expected
 */
function expectEqual(what, actual, expected) {
  if (actual !== expected) {
    throw new Error(`Expected ${what} to be ${expected}, got ${actual}.`);
  }
}

/**
 * @param {PromiseLike<unknown>} call
 * @returns {Promise<APICallError>}
 */
async function captureError(call) {
  try {
    await call;
  } catch (error) {
    if (APICallError.isInstance(error)) return error;
    throw error;
  }
  throw new Error('Expected an error, got none.');
}
