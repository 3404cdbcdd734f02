import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  APICallError,
  embedMany,
  generateText,
  LoadAPIKeyError,
  RetryError,
  streamText,
} from 'ai';
import { collect, createBaseten, deployment, model, server } from './sdk.mjs';

const prompt = 'Say "hello"';

/** What an action rejects with. */
async function captureError(/** @type {PromiseLike<unknown>} */ action) {
  try {
    await action;
  } catch (error) {
    return error;
  }
  return assert.fail('Expected an error, got none.');
}

test('a request that fails for a while is repeated', async () => {
  server.behave((_request, count) =>
    count < 2
      ? { status: 503, headers: { 'retry-after-ms': '10' } }
      : undefined,
  );

  const { text } = await generateText({ model, prompt });

  assert.equal(text, 'hello');
  assert.equal(server.requests.length, 3);
});

test('a request that keeps failing ends with all errors', async () => {
  server.behave(() => ({ status: 429, headers: { 'retry-after-ms': '10' } }));

  const error = await captureError(
    generateText({ model, prompt, maxRetries: 1 }),
  );

  assert.ok(RetryError.isInstance(error));
  assert.equal(error.errors.length, 2);
  assert.ok(APICallError.isInstance(error.lastError));
  assert.equal(error.lastError.statusCode, 429);
  assert.equal(server.requests.length, 2);
});

test('a request that is wrong is not repeated', async () => {
  server.behave(() => ({
    status: 400,
    body: { message: 'Invalid temperature', type: 'invalid_request' },
  }));

  const error = await captureError(generateText({ model, prompt }));

  assert.ok(APICallError.isInstance(error));
  assert.equal(error.message, 'Invalid temperature');
  assert.equal(error.statusCode, 400);
  assert.equal(server.requests.length, 1);
});

test('a stream that is refused has the words of the server', async () => {
  server.behave(() => ({ status: 400, body: 'no such luck' }));
  const { fullStream } = streamText({ model, prompt, onError: () => {} });

  const parts = await collect(fullStream);

  const [{ error }] = parts.filter(({ type }) => type === 'error');
  assert.ok(APICallError.isInstance(error));
  assert.equal(error.message, 'no such luck');
});

test('a stream that breaks off does not pass for a whole one', async () => {
  server.behave(() => ({ cut: 'in-body' }));
  const { fullStream } = streamText({
    model,
    prompt: 'Count from 1 to 100.',
    onError: () => {},
  });

  const parts = await collect(fullStream);

  assert.ok(parts.some(({ type }) => type === 'text-delta'));
  assert.ok(parts.some(({ type }) => type === 'error'));
});

test('a missing key is named before anything is sent', async () => {
  const { apiKey: _key, ...keyless } = deployment;
  const error = await captureError(
    embedMany({
      model: createBaseten(keyless).textEmbeddingModel(),
      values: ['text'],
    }),
  );

  assert.ok(LoadAPIKeyError.isInstance(error));
  assert.match(error.message, /BASETEN_API_KEY/);
  assert.equal(server.requests.length, 0);
});

test('an abort ends a call and its request', async () => {
  server.behave(() => ({ hang: true }));
  const controller = new AbortController();
  const call = captureError(
    generateText({ model, prompt, abortSignal: controller.signal }),
  );
  while (server.requests.length === 0) {
    await new Promise(resolve => setTimeout(resolve, 5));
  }
  controller.abort();

  assert.equal(Object(await call).name, 'AbortError');
});
