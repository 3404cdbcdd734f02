/** The kinds of use that the specification shows, one by one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { embed, embedMany, generateText, streamText } from 'ai';
import {
  baseten,
  createBaseten,
  deployment,
  modelAPIs,
  sentBodies,
  server,
  VERSION,
} from './sdk.mjs';

test('the default instance talks to Baseten with the key of the environment', async t => {
  /** @type {string[]} */
  const urls = [];
  const realFetch = globalThis.fetch;
  /** @type {typeof fetch} */
  const redirect = (input, init) => {
    urls.push(String(input));
    const { pathname } = new URL(String(input));
    return realFetch(`${server.origin}${pathname}`, init);
  };
  t.mock.method(globalThis, 'fetch', redirect);
  process.env.BASETEN_API_KEY = server.apiKey;
  t.after(() => delete process.env.BASETEN_API_KEY);

  const { text } = await generateText({
    model: baseten('moonshotai/Kimi-K2-Instruct-0905'),
    prompt: 'What is the meaning of life? Answer in one sentence.',
  });

  assert.match(text, /meaning of life/);
  assert.deepEqual(urls, ['https://inference.baseten.co/v1/chat/completions']);
  assert.equal(sentBodies()[0].model, 'moonshotai/Kimi-K2-Instruct-0905');
});

test('an instance has its own key, base URL, headers and fetch', async () => {
  let calls = 0;
  const provider = createBaseten({
    ...modelAPIs,
    headers: { 'x-custom': 'custom' },
    fetch: (input, init) => {
      calls += 1;
      return fetch(input, init);
    },
  });

  const { text } = await generateText({
    model: provider('zai-org/GLM-5.2'),
    prompt: 'Say "hello"',
    headers: { 'x-call': 'call' },
  });

  assert.equal(text, 'hello');
  assert.equal(calls, 1);
  const [request] = server.requests;
  assert.equal(request?.headers.authorization, `Bearer ${server.apiKey}`);
  assert.equal(request?.headers['x-custom'], 'custom');
  assert.equal(request?.headers['x-call'], 'call');
  assert.match(
    request?.headers['user-agent'] ?? '',
    new RegExp(`ai-sdk/baseten/${VERSION}`),
  );
});

test('chatModel and languageModel are the same as the instance', async () => {
  const provider = createBaseten(modelAPIs);

  for (const model of [
    provider('zai-org/GLM-5.2'),
    provider.chatModel('zai-org/GLM-5.2'),
    provider.languageModel('zai-org/GLM-5.2'),
  ]) {
    assert.equal(model.provider, 'baseten.chat');
    assert.equal(model.modelId, 'zai-org/GLM-5.2');
  }
});

test('a dedicated chat model needs no id, generated and streamed', async () => {
  const model = createBaseten({
    ...deployment,
    modelURL: `${server.modelURL}/v1`,
  })();
  const prompt = 'Say hello from a Baseten chat model!';

  const { text } = await generateText({ model, prompt });
  const streamed = streamText({ model, prompt });
  await streamed.consumeStream();

  assert.match(text, /Hello from a Baseten chat model/);
  assert.equal(await streamed.text, text);
  assert.deepEqual(
    sentBodies().map(body => body.model),
    ['placeholder', 'placeholder'],
  );
});

test('one text and several are embedded, from /sync and /sync/v1', async () => {
  for (const modelURL of [server.modelURL, `${server.modelURL}/v1`]) {
    const model = createBaseten({
      ...deployment,
      modelURL,
    }).textEmbeddingModel();

    const { embedding } = await embed({
      model,
      value: 'sunny day at the beach',
    });
    const { embeddings } = await embedMany({
      model,
      values: [
        'sunny day at the beach',
        'rainy afternoon in the city',
        'snowy mountain peak',
      ],
    });

    assert.equal(embeddings.length, 3);
    assert.deepEqual(embeddings[0], embedding);
    assert.notDeepEqual(embeddings[1], embedding);
  }
});

test('a refused request has the words of the server', async () => {
  await assert.rejects(
    generateText({
      model: createBaseten({ ...modelAPIs, apiKey: 'wrong' })(
        'zai-org/GLM-5.2',
      ),
      prompt: 'Hello, world!',
    }),
    { name: 'AI_APICallError', message: /api-key/, statusCode: 403 },
  );
});

test('models that cannot be are refused when they are created', () => {
  const withModelURL = (/** @type {string} */ path) =>
    createBaseten({ ...deployment, modelURL: `${server.origin}${path}` });

  assert.throws(() => createBaseten(modelAPIs).textEmbeddingModel(), {
    message:
      /^No model URL provided for embeddings\. Please set modelURL option for embeddings\. /,
  });
  assert.throws(() => withModelURL('/environments/production/predict')(), {
    message:
      /^Not supported\. You must use a \/sync\/v1 endpoint for chat models\. /,
  });
  assert.throws(
    () => withModelURL('/environments/production/predict').textEmbeddingModel(),
    {
      message:
        /^Not supported\. You must use a \/sync or \/sync\/v1 endpoint for embeddings\. /,
    },
  );
  assert.throws(() => baseten.imageModel('test-model'), {
    name: 'AI_NoSuchModelError',
    modelType: 'imageModel',
  });
});
