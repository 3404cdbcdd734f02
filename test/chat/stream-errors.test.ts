import {
  APICallError,
  InvalidResponseDataError,
  JSONParseError,
  TypeValidationError,
} from '@ai-sdk/provider';
import { streamText } from 'ai';
import { describe, expect, it } from 'vitest';
import { createBaseten } from '../../src';
import { useLocalBaseten } from '../support/use-local-baseten';
import { ask } from './support/ask';
import { chunk, finish, toolCalls, WEATHER_CALL } from './support/chunks';

const server = await useLocalBaseten();
const { apiKey, baseURL } = server;
const model = createBaseten({ apiKey, baseURL })('zai-org/GLM-5.2');

const ERROR = { unified: 'error', raw: undefined };

/** Events that tell of an error, and what is to be made of them. */
const ENVELOPES: Record<string, { event: unknown; expected: object }> = {
  'a string': {
    event: { error: 'the model is not ready' },
    expected: { message: 'the model is not ready', isRetryable: false },
  },
  'an object with a status as its code': {
    event: {
      error: { message: 'overloaded', type: 'server_error', code: 503 },
    },
    expected: {
      message: 'overloaded',
      statusCode: 503,
      isRetryable: true,
      data: {
        error: { message: 'overloaded', type: 'server_error', code: 503 },
      },
    },
  },
  'an object with a status in text': {
    event: { error: { message: 'too long', code: '400', param: null } },
    expected: { message: 'too long', statusCode: 400, isRetryable: false },
  },
  'an object with another code': {
    event: { error: { message: 'no', type: 'x', code: 'bad_thing' } },
    expected: { message: 'no', statusCode: undefined, isRetryable: false },
  },
  'a top-level message': {
    event: { message: 'too many', type: 'TooManyRequests', code: 429 },
    expected: { message: 'too many', statusCode: 429, isRetryable: true },
  },
  'a type beside the error': {
    event: {
      type: 'error',
      error: { type: 'overloaded_error', message: 'Overloaded' },
      request_id: 'r',
    },
    expected: { message: 'Overloaded' },
  },
  'a detail': {
    event: { detail: 'Internal Server Error' },
    expected: { message: 'Internal Server Error' },
  },
  'a list of details': {
    event: { detail: [{ loc: ['body', 'n'], msg: 'too large' }] },
    expected: { message: 'body.n: too large' },
  },
  'plain text': {
    event: 'upstream connect error',
    expected: { message: 'upstream connect error' },
  },
  'an object beside choices': {
    event: chunk(
      { content: 'x' },
      { error: { message: 'out of memory', code: 500 } },
    ),
    expected: {
      message: 'out of memory',
      statusCode: 500,
      isRetryable: true,
    },
  },
  'text beside choices': {
    event: chunk({ content: 'x' }, { error: 'out of memory' }),
    expected: { message: 'out of memory' },
  },
  'an object of no known form': {
    event: { error: { reason: 'gone' } },
    expected: { message: '{"error":{"reason":"gone"}}' },
  },
  'an empty message': {
    event: { error: { message: '', code: 500 } },
    expected: { message: '500 Internal Server Error', statusCode: 500 },
  },
  'nothing at all': {
    event: { error: { message: '' } },
    expected: { message: 'The server reported an error without a message.' },
  },
};

describe('an error inside a stream', () => {
  it.each(Object.entries(ENVELOPES))(
    'given as %s becomes an APICallError',
    async (_name, { event, expected }) => {
      const outcome = await ask(server, {
        stream: true,
        behaviour: {
          stream: { events: [chunk({ content: 'Hi' }), event, '[DONE]'] },
          headers: { 'x-baseten-request-id': 'request-1' },
        },
      });

      expect(outcome).toMatchObject({ text: 'Hi', finishReason: ERROR });
      expect(outcome.errors).toHaveLength(1);
      const [error] = outcome.errors;
      expect(APICallError.isInstance(error)).toBe(true);
      expect(error).toBeInstanceOf(Error);
      expect(error).toMatchObject({
        url: `${baseURL}/chat/completions`,
        requestBodyValues: { model: 'zai-org/GLM-5.2', stream: true },
        responseHeaders: { 'x-baseten-request-id': 'request-1' },
        responseBody: expect.stringMatching(/./),
        ...expected,
      });
    },
  );

  it('may be named by its event', async () => {
    const outcome = await ask(server, {
      stream: true,
      behaviour: {
        stream: { events: 'event: error\ndata: {"error":"gone"}\n\n' },
      },
    });

    expect(outcome.errors).toMatchObject([{ message: 'gone' }]);
  });

  it('may come as JSON in place of the stream', async () => {
    const outcome = await ask(server, {
      stream: true,
      behaviour: { body: { error: 'the model is not ready' } },
    });

    expect(outcome.finishReason).toEqual(ERROR);
    expect(outcome.errors).toMatchObject([
      { name: 'AI_APICallError', message: 'the model is not ready' },
    ]);
  });

  it('may come with a status of success in a reply that is no stream', async () => {
    const outcome = await ask(server, {
      stream: false,
      behaviour: { body: { error: 'the model is not ready' } },
    });

    expect(outcome.errors).toMatchObject([
      {
        name: 'AI_APICallError',
        message: 'the model is not ready',
        statusCode: 200,
      },
    ]);
  });

  it('leaves no tool calls to be executed', async () => {
    const { toolCalls, errors } = await ask(server, {
      stream: true,
      behaviour: {
        stream: { events: [WEATHER_CALL, { error: 'gone' }, '[DONE]'] },
      },
    });

    expect(toolCalls).toEqual([]);
    expect(errors).toHaveLength(1);
  });

  it('reaches the user of streamText', async () => {
    server.behave(() => ({
      stream: { events: [{ message: 'too many', code: 429 }] },
    }));
    const errors: unknown[] = [];
    const result = streamText({
      model,
      prompt: 'Hi',
      onError: ({ error }) => {
        errors.push(error);
      },
    });
    await result.consumeStream();

    expect(errors).toMatchObject([
      { name: 'AI_APICallError', message: 'too many', isRetryable: true },
    ]);
    expect(await result.finishReason).toBe('error');
  });
});

describe('a chunk that makes no sense', () => {
  it.each([
    ['is not JSON', '{"choices":', JSONParseError],
    ['has a wrong type', { choices: 'none' }, TypeValidationError],
    [
      'has a call of a wrong type',
      toolCalls({ index: 'x', function: {} }),
      TypeValidationError,
    ],
    [
      'has a part of no type',
      chunk({ content: [{ text: 'Hi' }] }),
      TypeValidationError,
    ],
    [
      'has a call of another form',
      toolCalls({ index: 0, id: 'a', name: 'weather', arguments: {} }),
      InvalidResponseDataError,
    ],
  ])('because it %s is an error of its own', async (_name, event, kind) => {
    const { errors } = await ask(server, {
      stream: true,
      behaviour: { stream: { events: [event, finish('stop'), '[DONE]'] } },
    });

    expect(errors).toHaveLength(1);
    expect(kind.isInstance(errors[0])).toBe(true);
  });

  it('because a call has no name is an error', async () => {
    const { errors, toolCalls: calls } = await ask(server, {
      stream: true,
      behaviour: {
        stream: {
          events: [
            toolCalls({ index: 0, id: 'a', function: { arguments: '{}' } }),
            finish('tool_calls'),
          ],
        },
      },
    });

    expect(calls).toEqual([]);
    expect(errors).toMatchObject([
      {
        name: 'AI_InvalidResponseDataError',
        message: expect.stringContaining('function.name'),
      },
    ]);
  });
});
