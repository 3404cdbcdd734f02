import { APICallError } from '@ai-sdk/provider';
import { generateText, streamText } from 'ai';
import { describe, expect, it } from 'vitest';
import { createBaseten } from '../../src';
import { captureError } from '../support/capture-error';
import { useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();
const { apiKey, baseURL } = server;
const model = createBaseten({ apiKey, baseURL })('openai/gpt-oss-120b');
const prompt = 'Hi';

const HEADERS = {
  'x-baseten-request-id': 'request-1',
  'x-baseten-model-id': 'model-1',
  'x-baseten-model-prediction-attempts': '2',
};

describe("Baseten's reply headers", () => {
  it('are in the response of generateText', async () => {
    server.behave(() => ({ headers: HEADERS }));
    const { response } = await generateText({ model, prompt });

    expect(response.headers).toMatchObject(HEADERS);
  });

  it('are in the response of streamText', async () => {
    server.behave(() => ({ headers: HEADERS }));
    const { response } = streamText({ model, prompt });

    expect((await response).headers).toMatchObject(HEADERS);
  });

  it.each([
    ['a refused call', { status: 400 }],
    ['a reply that makes no sense', { body: 'What?' }],
  ])('are in the error of %s', async (_name, behaviour) => {
    server.behave(() => ({ ...behaviour, headers: HEADERS }));
    const error = await captureError(() => generateText({ model, prompt }));

    expect(APICallError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({ responseHeaders: HEADERS });
  });

  it.each([
    ['an error inside a stream', { events: [{ error: 'gone' }] }],
    ['a stream that ends too early', { events: [] }],
    ['a connection that breaks', { events: 'data: {}\n\n', cutAfterBytes: 1 }],
  ])('are in %s', async (_name, stream) => {
    server.behave(() => ({ stream, headers: HEADERS }));
    const errors: unknown[] = [];
    await streamText({
      model,
      prompt,
      onError: ({ error }) => {
        errors.push(error);
      },
    }).consumeStream();

    expect(errors).toMatchObject([
      { name: 'AI_APICallError', responseHeaders: HEADERS },
    ]);
  });
});
