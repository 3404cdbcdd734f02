import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBaseten } from '../../src';
import { hideSecrets } from '../../src/errors/hide-secrets';
import { captureError } from '../support/capture-error';
import { PerformanceClient } from '../support/native-client';
import { toStream } from '../support/to-stream';
import { useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();
const { baseURL, modelURL } = server;

const apiKey = 'canary/key.with+all=letters-01234567';
const apiHeader = 'canary-of-a-header-89abcdef';
const settings = { apiKey, headers: { 'x-api-key': apiHeader } };
const prompt = [
  { role: 'user' as const, content: [{ type: 'text' as const, text: 'Hi' }] },
];

const texts = createBaseten({ ...settings, modelURL });
const native = createBaseten({
  apiKey,
  modelURL,
  performanceClient: PerformanceClient,
});
const sound = createBaseten({ ...settings, modelURL: `${modelURL}/v1` });
const chat = createBaseten({ ...settings, baseURL })('zai-org/GLM-5.2');

async function readAll(
  stream: ReadableStream<{ type: string; error?: unknown }>,
): Promise<void> {
  for await (const part of stream) {
    if (part.type === 'error') throw part.error;
  }
}

const WAYS: Record<string, () => unknown> = {
  chat: () => chat.doGenerate({ prompt }),
  'a chat stream': async () =>
    await readAll((await chat.doStream({ prompt })).stream),
  embeddings: () => texts.embeddingModel().doEmbed({ values: ['a'] }),
  'embeddings over native': () =>
    native.embeddingModel().doEmbed({ values: ['a'] }),
  reranking: () =>
    texts.rerankingModel().doRerank({
      query: 'a',
      documents: { type: 'text', values: ['a'] },
    }),
  decisions: () =>
    texts.decisionModel().doDecide({
      state: [{ type: 'text', text: 'a' }],
      questions: { a: { type: 'boolean' } },
    }),
  transcription: () =>
    sound.transcriptionModel().doGenerate({
      audio: new Uint8Array([1]),
      mediaType: 'audio/wav',
    }),
  speech: () => sound.speechModel().doGenerate({ text: 'Hi' }),
  'a speech stream': async () => {
    const text = toStream([{ type: 'text' as const, text: 'Hi' }]);
    await readAll((await sound.speechModel().doStream({ text })).stream);
  },
};

/** Everything of an error that a log can show. */
const textOf = (error: unknown) =>
  [
    inspect(error, { depth: 9, showHidden: true, maxStringLength: null }),
    JSON.stringify(error),
    String(Object(error).stack),
  ].join('\n');

describe.each(Object.entries(WAYS))(
  'a server that repeats secrets',
  (name, ask) => {
    it.each([403, 200])(
      `to ${name} with status %i does not bring them into the error`,
      async status => {
        server.behave(({ headers }) => {
          const sent = `${headers.authorization} ${headers['x-api-key'] ?? ''}`;
          return {
            status,
            headers: { 'x-echo': sent },
            body: { error: { message: `unknown key ${sent}`, code: sent } },
          };
        });
        const error = await captureError(ask);

        expect(error).toMatchObject({
          message: expect.stringContaining('unknown key Bearer [hidden]'),
          responseBody: expect.stringContaining('[hidden]'),
        });
        expect(textOf(error)).not.toContain(apiKey);
        expect(textOf(error)).not.toContain(apiHeader);
      },
    );
  },
);

it('an error in the middle of a stream does not show the key', async () => {
  server.behave(({ headers }) => ({
    stream: {
      events: [
        { choices: [{ index: 0, delta: { content: 'a' } }] },
        { error: { message: `unknown key ${headers.authorization}` } },
      ],
    },
  }));
  const error = await captureError(WAYS['a chat stream'] ?? (() => {}));

  expect(error).toHaveProperty('message', 'unknown key Bearer [hidden]');
  expect(textOf(error)).not.toContain(apiKey);
});

describe('hiding', () => {
  const headers = { authorization: `Bearer ${apiKey}`, 'x-user': 'somebody-1' };
  const messageOf = (text: string) => {
    const error = new Error(text, { cause: { text: [text] } });
    hideSecrets(error, headers);
    expect(error.cause).toEqual({ text: [error.message] });
    expect(error.stack).toContain(error.message);
    return error.message;
  };

  it.each([
    [`${apiKey}, ${apiKey}`, '[hidden], [hidden]'],
    [`a ${encodeURIComponent(apiKey)} b`, 'a [hidden] b'],
    [`ends in ${apiKey.slice(0, -1)}`, 'ends in [hidden]'],
    [`...${apiKey.slice(4)}`, '...[hidden]'],
    // Too little to be of use.
    [apiKey.slice(0, 8), apiKey.slice(0, 8)],
    ['somebody-1 asked', 'somebody-1 asked'],
  ])('makes of %j %j', (text, message) => {
    expect(messageOf(text)).toBe(message);
  });

  it('leaves ordinary words where a key is as short as they are', () => {
    const error = new Error('the key is wrong');
    hideSecrets(error, { authorization: 'Bearer wrong' });

    expect(error.message).toBe('the key is wrong');
  });

  it('leaves the body of the request, which is the caller’s', () => {
    const requestBodyValues = { text: apiKey };
    const error = Object.assign(new Error('no'), { requestBodyValues });
    hideSecrets(error, headers);

    expect(error.requestBodyValues).toBe(requestBodyValues);
    expect(requestBodyValues.text).toBe(apiKey);
  });

  it('leaves an object without a secret the caller’s own', () => {
    const job = { number: Number.NaN, parts: [{ name: 'a' }] };
    const error = Object.assign(new Error(apiKey), { job });
    hideSecrets(error, headers);

    expect(error.message).toBe('[hidden]');
    expect(error.job).toBe(job);
  });

  it('keeps the error where one of its accessors throws', () => {
    const error = new Error(apiKey);
    Object.defineProperty(error, 'request', {
      enumerable: true,
      get: () => {
        throw new TypeError('Illegal invocation');
      },
    });
    hideSecrets(error, headers);

    expect(error.message).toBe('[hidden]');
  });

  it('leaves the URL, and a field named __proto__ a field', () => {
    const data = JSON.parse(`{"__proto__": {"text": "${apiKey}"}}`);
    const error = Object.assign(new Error('no'), { url: 'https://a/', data });
    hideSecrets(error, { ...headers, 'x-author-token': 'https://a/' });

    expect(error.url).toBe('https://a/');
    expect(JSON.stringify(error.data)).toBe(
      '{"__proto__":{"text":"[hidden]"}}',
    );
  });

  it('goes through causes that go in circles and values without end', () => {
    const deep = JSON.parse(
      `${'['.repeat(5000)}"${apiKey}"${']'.repeat(5000)}`,
    );
    const error = new Error('outer', { cause: { deep } });
    const inner = new Error(apiKey, { cause: error });
    Object.assign(error, { inner });
    hideSecrets(error, headers);

    expect(inner.message).toBe('[hidden]');
    expect(inner.cause).toBe(error);
    expect(inspect(error, { depth: 6000 })).not.toContain(apiKey);
  });

  it('leaves no part of a key and all that is not one', () => {
    const letters = fc.stringMatching(/^[a-z]{20,60}$/);
    const other = fc.stringMatching(/^[A-Z ]{0,40}$/);
    fc.assert(
      fc.property(
        letters,
        other,
        other,
        fc.nat(60),
        (key, before, after, cut) => {
          const part = key.slice(0, Math.max(12, cut));
          const error = new Error(`${before}${part}${after}`);
          hideSecrets(error, { 'x-token': key });

          expect(error.message).toBe(`${before}[hidden]${after}`);
        },
      ),
    );
  });
});
