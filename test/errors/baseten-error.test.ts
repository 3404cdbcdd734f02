import { APICallError } from '@ai-sdk/provider';
import { embedMany, generateText, streamText } from 'ai';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBaseten } from '../../src';
import { createResponseError } from '../../src/errors/baseten-error';
import { captureError } from '../support/capture-error';
import { createEmbeddingModel } from '../support/create-embedding-model';
import { ERROR_ENVELOPES } from '../support/error-envelopes';
import { useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();
const { baseURL, apiKey, modelURL } = server;
const chat = createBaseten({ baseURL, apiKey })('zai-org/GLM-5.2');

const chatURL = `${baseURL}/chat/completions`;
const embeddingURL = `${modelURL}/v1/embeddings`;

/** Every way to ask, and what its error tells beside the message. */
const ways = [
  {
    name: 'chat',
    url: chatURL,
    ask: () => generateText({ model: chat, prompt: 'Hi', maxRetries: 0 }),
  },
  {
    name: 'a chat stream',
    url: chatURL,
    ask: () =>
      chat.doStream({
        prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }],
      }),
  },
  ...(['http', 'native'] as const).map(transport => ({
    name: `embeddings over ${transport}`,
    url: embeddingURL,
    ask: () =>
      embedMany({
        model: createEmbeddingModel(server, transport),
        values: ['a'],
        maxRetries: 0,
      }),
  })),
];

/** The server's words, and after them what explains some statuses. */
function startsWith(words: string, status: number): RegExp {
  const explanation = {
    401: /\.? The API key came from the apiKey setting\./,
    403: /\.? The API key came from the apiKey setting\./,
    404: /(?:\.? The model "[^"]+" was asked for\.)?/,
  }[status];
  const quoted = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${quoted}${explanation?.source ?? ''}$`);
}

describe.each(ways)('an error reply to $name', ({ name, url, ask }) => {
  it.each(Object.entries(ERROR_ENVELOPES))(
    'gives the words of %s',
    async (_name, { message, ...reply }) => {
      server.behave(() => ({ ...reply, headers: { 'x-trace': 'abc' } }));
      const error = await captureError(ask);

      expect(APICallError.isInstance(error)).toBe(true);
      expect(error).toMatchObject({
        message: expect.stringMatching(startsWith(message, reply.status)),
        statusCode: reply.status,
        responseBody: reply.body,
        url,
        isRetryable: false,
        // The native client keeps the headers of errors to itself.
        ...(name.endsWith('native')
          ? { responseHeaders: undefined }
          : { responseHeaders: { 'x-trace': 'abc' } }),
      });
      expect(error).toHaveProperty('requestBodyValues.model');
      expect(server.requests).toHaveLength(1);
    },
  );
});

describe.each(ways.slice(0, 3))('an error reply to $name', ({ ask }) => {
  it.each([
    [408, true],
    [409, true],
    [429, true],
    [500, true],
    [502, true],
    [503, true],
    [504, true],
    [529, true],
    [599, true],
    [400, false],
    [401, false],
    [402, false],
    [403, false],
    [404, false],
    [405, false],
    [413, false],
    [415, false],
    [422, false],
    [424, false],
    [499, false],
  ])('with status %i can be retried: %s', async (status, isRetryable) => {
    server.behave(() => ({
      status,
      body: { error: 'no' },
      headers: { 'retry-after-ms': '1' },
    }));

    expect(await captureError(ask)).toMatchObject({
      message: expect.stringMatching(startsWith('no', status)),
      statusCode: status,
      isRetryable,
    });
  });
});

it('gives the words to whoever listens to streamText', async () => {
  server.behave(() => ({
    status: 400,
    body: 'no beans',
    contentType: 'text/plain',
  }));
  const errors: unknown[] = [];
  const { textStream } = streamText({
    model: chat,
    prompt: 'Hi',
    onError: ({ error }) => {
      errors.push(error);
    },
  });
  for await (const _ of textStream);

  expect(errors).toMatchObject([{ message: 'no beans', statusCode: 400 }]);
});

it('keeps what the envelope says as data', async () => {
  server.behave(() => ({
    status: 400,
    body: { message: 'no', type: 'Validation', code: 400 },
  }));
  const error = await captureError(() => chat.doGenerate({ prompt: [] }));

  expect(error).toHaveProperty('data', {
    error: { message: 'no', type: 'Validation', code: 400 },
  });
});

it('never has an empty message, whatever the reply', () => {
  const body = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc
      .record(
        { error: fc.jsonValue(), message: fc.jsonValue() },
        { requiredKeys: [] },
      )
      .map(value => JSON.stringify(value)),
  );
  fc.assert(
    fc.property(
      body,
      fc.integer({ min: 400, max: 599 }),
      (responseBody, statusCode) => {
        const error = createResponseError({
          url: embeddingURL,
          requestBodyValues: {},
          statusCode,
          responseBody,
        });

        expect(error.message.trim()).not.toBe('');
        expect(error).toMatchObject({ statusCode, responseBody });
      },
    ),
  );
});
