import type {
  SharedV4ProviderOptions,
  SharedV4Warning,
} from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { createBaseten } from '../../src';
import { PROMPT } from '../chat/support/ask';
import { useLocalBaseten } from '../support/use-local-baseten';
import { CALL } from '../transcription/support';

const server = await useLocalBaseten();
const { apiKey, modelURL } = server;
const provider = createBaseten({ apiKey, modelURL });
const openai = createBaseten({ apiKey, modelURL: `${modelURL}/v1` });

/** A call of each kind of model, with options that are sent as they are. */
const KINDS: Record<
  string,
  (
    providerOptions: SharedV4ProviderOptions,
  ) => PromiseLike<{ warnings?: SharedV4Warning[] }>
> = {
  chat: providerOptions =>
    openai.chatModel().doGenerate({ prompt: PROMPT, providerOptions }),
  embedding: providerOptions =>
    provider.embeddingModel().doEmbed({ values: ['a'], providerOptions }),
  reranking: providerOptions =>
    provider.rerankingModel().doRerank({
      documents: { type: 'text', values: ['a'] },
      query: 'a',
      providerOptions,
    }),
  decision: providerOptions =>
    provider.decisionModel().doDecide({
      state: [{ type: 'text', text: 'a' }],
      questions: { late: { type: 'boolean', instructions: 'Late?' } },
      providerOptions,
    }),
  transcription: providerOptions =>
    openai.transcriptionModel().doGenerate({ ...CALL, providerOptions }),
  speech: providerOptions =>
    openai.speechModel().doGenerate({ text: 'a', providerOptions }),
};

describe.each(Object.entries(KINDS))('options of a %s model', (_kind, call) => {
  it.each([
    ['baseten', []],
    ['openaiCompatible', []],
    [
      'openai-compatible',
      [
        {
          type: 'deprecated',
          setting: "providerOptions key 'openai-compatible'",
          message: "Use 'baseten' instead.",
        },
      ],
    ],
  ])('are read below %s', async (name, expected) => {
    const { warnings } = await call({ [name]: { user: 'ada' } });

    expect(server.requests.at(-1)?.body).toMatchObject({ user: 'ada' });
    expect(warnings ?? []).toEqual(expected);
  });
});
