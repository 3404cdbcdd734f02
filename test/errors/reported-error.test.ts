import { APICallError, InvalidResponseDataError } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import type { Behaviour } from '../../local-baseten';
import { createBaseten } from '../../src';
import { captureError } from '../support/capture-error';
import { TRANSPORTS } from '../support/create-embedding-model';
import { useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();
const { apiKey, baseURL, modelURL } = server;
const prompt = [
  { role: 'user' as const, content: [{ type: 'text' as const, text: 'Hi' }] },
];
const PAGE = '<!DOCTYPE html><html><head><title>Sign in</title></head></html>';
const page: Behaviour = { body: PAGE, contentType: 'text/html' };

const DEEP = `${'['.repeat(100_000)}1${']'.repeat(100_000)}`;

const askers = TRANSPORTS.flatMap(transport => {
  const provider = createBaseten({
    apiKey,
    modelURL,
    performanceClient: transport === 'native',
  });
  return [
    {
      name: `embeddings over ${transport}`,
      ask: () => provider.embeddingModel().doEmbed({ values: ['a'] }),
    },
    {
      name: `reranking over ${transport}`,
      ask: () =>
        provider.rerankingModel().doRerank({
          query: 'a',
          documents: { type: 'text', values: ['a'] },
        }),
    },
  ];
});

describe.each(askers)('a reply with status 200 to $name', ({ name, ask }) => {
  const attempts = name.endsWith('native') ? 2 : 1;

  it.each<[body: object, message: string, statusCode: number]>([
    [{ error: 'out of memory' }, 'out of memory', 200],
    [{ error: { message: 'no beans', code: 'oom' } }, 'no beans', 200],
    [{ error: { message: 'wrong', code: 422 } }, 'wrong', 422],
    [{ detail: 'not here' }, 'not here', 200],
  ])(
    'that is the error %j gives its words, asked once',
    async (body, message, statusCode) => {
      server.behave(() => ({ body }));
      const error = await captureError(ask);

      expect(APICallError.isInstance(error)).toBe(true);
      expect(error).toMatchObject({ message, statusCode, isRetryable: false });
      expect(server.requests).toHaveLength(1);
    },
  );

  it('that is an error with a status that passes can be retried', async () => {
    server.behave(() => ({
      body: { error: { message: 'overloaded', code: 503 } },
      headers: { 'retry-after-ms': '1' },
    }));

    expect(await captureError(ask)).toMatchObject({
      message: 'overloaded',
      statusCode: 503,
      isRetryable: true,
    });
  });

  it('that is a page quotes its title and is not asked for again', async () => {
    server.behave(() => page);
    const error = await captureError(ask);

    expect(APICallError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      message: 'Expected a JSON reply, got a page titled "Sign in".',
      isRetryable: false,
      responseBody: PAGE,
    });
    // At most once over each transport: native does not say what it could not
    // read, and is passed over once it has failed.
    expect(server.requests.length).toBeLessThanOrEqual(attempts);
  });

  it('that is a page without a title says so', async () => {
    server.behave(() => ({
      body: '<html><body>Hello</body></html>',
      contentType: 'text/html',
    }));

    expect(await captureError(ask)).toMatchObject({
      message: 'Expected a JSON reply, got a page without a title.',
    });
  });

  it('that is the page of a proxy in trouble can be retried', async () => {
    server.behave(() => ({
      body: '<html><head><title>502 Bad Gateway</title></head></html>',
      contentType: 'text/html',
    }));

    expect(await captureError(ask)).toMatchObject({
      message: 'Expected a JSON reply, got a page titled "502 Bad Gateway".',
      isRetryable: true,
    });
  });

  it('that is text gives its words', async () => {
    server.behave(() => ({ body: 'Welcome!', contentType: 'text/plain' }));

    expect(await captureError(ask)).toMatchObject({
      message: 'Expected a JSON reply, got the text "Welcome!".',
      isRetryable: false,
    });
  });

  it.each([
    ['a reply', DEEP],
    ['data', `{"data": ${DEEP}}`],
    ['an error', `{"error": {"message": "no", "a": ${DEEP}}}`],
    ['an unknown error', `{"error": ${DEEP}}`],
  ])(
    'that has %s nested 100,000 deep gives a typed error',
    async (_name, body) => {
      server.behave(() => ({ body, headers: { 'retry-after-ms': '1' } }));
      const error = await captureError(ask);

      expect(
        APICallError.isInstance(error) ||
          InvalidResponseDataError.isInstance(error),
      ).toBe(true);
    },
  );
});

describe('an error status', () => {
  it.each([DEEP, `{"error": ${DEEP}}`, `{"error": "no", "a": ${DEEP}}`])(
    'with a body nested 100,000 deep gives a typed error',
    async body => {
      for (const ask of [
        () => createBaseten({ apiKey, baseURL })('a').doGenerate({ prompt }),
        () => createBaseten({ apiKey, baseURL })('a').doStream({ prompt }),
        ...askers.map(asker => asker.ask),
      ]) {
        server.behave(() => ({ status: 400, body }));
        const error = await captureError(ask);

        expect(APICallError.isInstance(error)).toBe(true);
        expect(error).toHaveProperty('statusCode', 400);
      }
    },
  );
});

describe('a chat reply', () => {
  const chat = createBaseten({ apiKey, baseURL })('openai/gpt-oss-120b');

  it('that is a page quotes its title', async () => {
    server.behave(() => page);

    expect(await captureError(() => chat.doGenerate({ prompt }))).toMatchObject(
      {
        message: 'Expected a JSON reply, got a page titled "Sign in".',
        statusCode: 200,
        isRetryable: false,
      },
    );
  });

  it('that is an error has the status that is its code', async () => {
    server.behave(() => ({ body: { error: { message: 'no', code: 429 } } }));

    expect(await captureError(() => chat.doGenerate({ prompt }))).toMatchObject(
      { message: 'no', statusCode: 429, isRetryable: true },
    );
  });

  it.each([
    `{"choices": ${DEEP}}`,
    `{"choices": [{"index": 0, "message": {"role": "assistant", "content": "a"}, "finish_reason": "stop", "x": ${DEEP}}]}`,
    DEEP,
  ])('nested 100,000 deep gives a typed error or is read', async body => {
    server.behave(() => ({ body }));
    const outcome = await chat.doGenerate({ prompt }).then(
      ({ content }) => content,
      error => error,
    );

    expect(
      APICallError.isInstance(outcome) ||
        InvalidResponseDataError.isInstance(outcome) ||
        (Array.isArray(outcome) && outcome[0]?.text === 'a'),
    ).toBe(true);
  });
});
