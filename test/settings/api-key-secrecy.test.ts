import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Behaviour } from '../../local-baseten';
import { createBaseten } from '../../src';
import { captureError } from '../support/capture-error';
import { ERROR_ENVELOPES } from '../support/error-envelopes';
import { useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();
const { baseURL, modelURL } = server;
const SOON = { 'retry-after-ms': '0' };

type Way = (key: string) => PromiseLike<unknown>;

const prompt = [
  { role: 'user' as const, content: [{ type: 'text' as const, text: 'Hi' }] },
];
const chat = (apiKey: string) =>
  createBaseten({ apiKey, baseURL })('openai/gpt-oss-120b');

const drain = async (model: ReturnType<typeof chat>) => {
  const { stream } = await model.doStream({ prompt });
  for await (const part of stream) {
    if (part.type === 'error') throw part.error;
  }
};

const chatWays: Record<string, Way> = {
  chat: key => chat(key).doGenerate({ prompt }),
  'a chat stream': key => drain(chat(key)),
};
const embeddingWays: Record<string, Way> = {
  'embeddings over native': apiKey =>
    createBaseten({ apiKey, modelURL })
      .embeddingModel()
      .doEmbed({ values: ['a'] }),
  'embeddings over http': apiKey =>
    createBaseten({ apiKey, modelURL, performanceClient: false })
      .embeddingModel()
      .doEmbed({ values: ['a'] }),
  'embeddings with an own bearer token': key =>
    createBaseten({ modelURL, headers: { Authorization: `Bearer ${key}` } })
      .embeddingModel()
      .doEmbed({ values: ['a'] }),
  'embeddings with an own key': key =>
    createBaseten({ modelURL })
      .embeddingModel()
      .doEmbed({ values: ['a'], headers: { authorization: `Api-Key ${key}` } }),
};
const impossibleWays: Record<string, Way> = {
  'a key with a line break': key =>
    createBaseten({ apiKey: `${key}\n${key}`, modelURL })
      .embeddingModel()
      .doEmbed({ values: ['a'] }),
  'a key of another script': key => chat(`é${key}`).doGenerate({ prompt }),
  'an own token with a line break': key =>
    createBaseten({ baseURL })('some-model').doGenerate({
      prompt,
      headers: { authorization: `Bearer ${key}\n${key}` },
    }),
  'a key in another header': key =>
    createBaseten({ baseURL, headers: { 'x-key': `${key}€` } })(
      'some-model',
    ).doGenerate({ prompt }),
  'a key in the URL': async key => {
    const user = encodeURIComponent(key);
    createBaseten({ modelURL: `https://${user}@localhost/sync/v1` })();
  },
  'a key as the password': async key => {
    const password = encodeURIComponent(key);
    createBaseten({
      modelURL: `https://a:${password}@localhost/sync`,
    }).embeddingModel();
  },
  'an option that is wrong': apiKey =>
    createBaseten({ apiKey, modelURL })
      .embeddingModel()
      .doEmbed({
        values: ['a'],
        providerOptions: { baseten: { batchSize: 0 } },
      }),
};

const refusals: Record<string, Behaviour> = {
  'a wrong key': {},
  ...Object.fromEntries(
    Object.entries(ERROR_ENVELOPES).map(([name, { message, ...reply }]) => [
      name,
      reply,
    ]),
  ),
};
const chatFaults: Record<string, Behaviour> = {
  ...refusals,
  'an overload': { status: 529 },
  'a cut connection': { cut: 'before-headers' },
  'a cut body': { cut: 'in-body' },
  'half a JSON text': { body: '{"choices": [' },
  'a reply without sense': { body: { choices: 5 } },
  'an event without sense': { stream: { events: ['{"a', '[DONE]'] } },
};
const embeddingFaults: Record<string, Behaviour> = {
  ...refusals,
  'a reply without sense': { body: { data: 5 } },
  'too few items': { body: { data: [] } },
};

/** Keys that no encoding changes, too long to be found by accident. */
const key = fc.string({
  unit: fc.constantFrom(...'abcxyzABCXYZ0189-_.~'),
  minLength: 20,
  maxLength: 40,
});

const choose = (
  ways: Record<string, Way>,
  faults: Record<string, Behaviour> = { 'none of the server': {} },
) =>
  fc.tuple(
    fc.constantFrom(...Object.entries(ways)),
    fc.constantFrom(...Object.entries(faults)),
  );

const scenario = fc.oneof(
  choose(chatWays, chatFaults),
  choose(embeddingWays, embeddingFaults),
  choose(impossibleWays),
);

it('is in no error, however a request fails', async () => {
  await fc.assert(
    fc.asyncProperty(key, scenario, async (secret, [[, ask], [, fault]]) => {
      server.behave(() => ({ headers: SOON, ...fault }));
      const error = await captureError(() => ask(secret));

      expect(error).toBeInstanceOf(Error);
      for (const text of everythingIn(error))
        expect(text).not.toContain(secret);
    }),
    { numRuns: 200 },
  );
});

/** All that a log might show of an error: causes, stacks and hidden parts. */
function everythingIn(error: unknown): string[] {
  return [
    String(error),
    JSON.stringify(error),
    inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true }),
    Object(error).stack,
  ];
}
