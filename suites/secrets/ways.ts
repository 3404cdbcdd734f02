import type { LocalBaseten } from '../../local-baseten';
import { type BasetenProviderSettings, createBaseten } from '../../src';
import { createBaseten as createBasetenV2 } from '../../src/ai-sdk-5';
import { createBaseten as createBasetenV3 } from '../../src/ai-sdk-6';
import { PerformanceClient } from '../../test/support/native-client';
import { listSoundWays } from './sound-ways';

export type CallHeaders = Record<string, string>;

/** A call of one kind of model through one entry. */
export interface Way {
  name: string;
  kind: 'chat' | 'texts' | 'sound';
  call: (
    settings: BasetenProviderSettings,
    headers: CallHeaders,
  ) => PromiseLike<unknown>;
}

const MODEL_ID = 'openai/gpt-oss-120b';
const prompt = [
  { role: 'user' as const, content: [{ type: 'text' as const, text: 'Hi' }] },
];

export function listWays(local: LocalBaseten): Way[] {
  const entries = {
    'AI SDK 7': createBaseten,
    'AI SDK 6': createBasetenV3,
    'AI SDK 5': createBasetenV2,
  };
  return [
    ...Object.entries(entries).flatMap(([entry, create]) => [
      ...listChatWays(entry, create, local),
      ...listTextWays(`${entry}: embeddings`, local, settings => {
        const model = create(settings).textEmbeddingModel();
        return headers => model.doEmbed({ values: ['a'], headers });
      }),
      ...listSoundWays(entry, create, local),
    ]),
    // Only AI SDK 7 has decisions.
    ...listTextWays('AI SDK 7: decisions', local, settings => {
      const model = createBaseten(settings).decisionModel();
      const questions = { a: { type: 'boolean' as const } };
      const state = [{ type: 'text' as const, text: 'a' }];
      return headers => model.doDecide({ state, questions, headers });
    }),
    // AI SDK 5 has no reranking.
    ...[createBaseten, createBasetenV3].flatMap((create, index) =>
      listTextWays(`AI SDK ${7 - index}: reranking`, local, settings => {
        const model = create(settings).rerankingModel();
        const documents = { type: 'text' as const, values: ['a'] };
        return headers => model.doRerank({ query: 'a', documents, headers });
      }),
    ),
  ];
}

function listChatWays(
  entry: string,
  create:
    | typeof createBaseten
    | typeof createBasetenV3
    | typeof createBasetenV2,
  { baseURL }: LocalBaseten,
): Way[] {
  return [
    {
      name: `${entry}: chat`,
      kind: 'chat',
      call: (settings, headers) =>
        create({ ...settings, baseURL })(MODEL_ID).doGenerate({
          prompt,
          headers,
        }),
    },
    {
      name: `${entry}: chat stream`,
      kind: 'chat',
      call: async (settings, headers) => {
        const model = create({ ...settings, baseURL })(MODEL_ID);
        const { stream } = await model.doStream({ prompt, headers });
        for await (const part of stream) {
          if (part.type === 'error') throw part.error;
        }
      },
    },
  ];
}

function listTextWays(
  name: string,
  { modelURL }: LocalBaseten,
  prepare: (
    settings: BasetenProviderSettings,
  ) => (headers: CallHeaders) => PromiseLike<unknown>,
): Way[] {
  // The class is passed, since calls of one batch would not use it otherwise.
  return [PerformanceClient, false as const].map(performanceClient => ({
    name: `${name} over ${performanceClient === false ? 'http' : 'native'}`,
    kind: 'texts' as const,
    call: (settings, headers) =>
      prepare({ ...settings, modelURL, performanceClient })(headers),
  }));
}
