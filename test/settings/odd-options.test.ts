import { InvalidArgumentError } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { createBaseten } from '../../src';
import { captureError } from '../support/capture-error';
import { useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();
const { apiKey, modelURL } = server;
const provider = createBaseten({
  apiKey,
  modelURL: `${modelURL}/v1`,
  performanceClient: false,
});
const prompt = [
  { role: 'user' as const, content: [{ type: 'text' as const, text: 'Hi' }] },
];

type Options = Record<string, Record<string, string | number>>;

const ASKERS: Record<string, (providerOptions: Options) => unknown> = {
  chat: providerOptions =>
    provider('a').doGenerate({ prompt, providerOptions }),
  embeddings: providerOptions =>
    provider.embeddingModel().doEmbed({ values: ['a'], providerOptions }),
  reranking: providerOptions =>
    provider.rerankingModel().doRerank({
      query: 'a',
      documents: { type: 'text', values: ['a'] },
      providerOptions,
    }),
};

describe.each(Object.entries(ASKERS))('the options of %s', (_name, ask) => {
  it.each(['constructor', 'toString', 'valueOf', 'isPrototypeOf'])(
    'may be called %s and are sent as they are',
    async name => {
      await ask({ baseten: { [name]: 'as it is' } });

      const { body } = server.requests[0] ?? {};
      expect(Object.entries(Object(body))).toContainEqual([name, 'as it is']);
    },
  );
});

it.each([
  ['chat', 'minP', 'min_p'],
  ['chat', 'reasoningEffort', 'reasoning_effort'],
  ['chat', 'textVerbosity', 'verbosity'],
  ['embeddings', 'encodingFormat', 'encoding_format'],
  ['reranking', 'rawScores', 'raw_scores'],
  ['reranking', 'truncationDirection', 'truncation_direction'],
])('%s refuses %s together with %s', async (kind, name, wireName) => {
  const values = {
    minP: 0.5,
    encodingFormat: 'float',
    truncationDirection: 'Left',
  };
  const value = Object.entries(values).find(([key]) => key === name)?.[1];
  const given: Record<string, unknown> = {
    [name]: name === 'rawScores' ? true : (value ?? 'low'),
    [wireName]: 1,
  };
  const error = await captureError(() =>
    Reflect.apply(ASKERS[kind] ?? fail, undefined, [{ baseten: given }]),
  );

  expect(InvalidArgumentError.isInstance(error)).toBe(true);
  expect(error).toHaveProperty(
    'message',
    `Invalid providerOptions.baseten: ${name} and ${wireName} are one option: expected one of them, got both`,
  );
  expect(server.requests).toEqual([]);
});

function fail(): never {
  throw new Error('Expected a kind of model.');
}
