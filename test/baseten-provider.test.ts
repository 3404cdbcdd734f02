import { InvalidArgumentError, NoSuchModelError } from '@ai-sdk/provider';
import { generateText } from 'ai';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseten, createBaseten } from '../src';
import { captureError } from './support/capture-error';
import { useLocalBaseten } from './support/use-local-baseten';

const server = await useLocalBaseten();
const { apiKey, baseURL, modelURL } = server;
const MODEL = 'openai/gpt-oss-120b';
const DEPLOYMENT = 'https://model-abc.api.baseten.co/environments/production';

const CHAT_MESSAGE =
  'Not supported. You must use a /sync/v1 endpoint for chat models.';
const EMBEDDING_MESSAGE =
  'Not supported. You must use a /sync or /sync/v1 endpoint for embeddings.';

async function expectInvalid(action: () => unknown, message: string) {
  const error = await captureError(action);
  expect(InvalidArgumentError.isInstance(error)).toBe(true);
  expect(error).toMatchObject({
    argument: 'modelURL',
    message: expect.stringContaining(message),
  });
}

describe('createBaseten', () => {
  it('gives a provider of the specification V4 that can be called', () => {
    const provider = createBaseten();

    expect(provider.specificationVersion).toBe('v4');
    expect(provider(MODEL)).toMatchObject({
      specificationVersion: 'v4',
      provider: 'baseten.chat',
      modelId: MODEL,
    });
  });

  it.each([
    ['by a call', baseten],
    ['by chatModel', baseten.chatModel],
    ['by languageModel', baseten.languageModel],
  ])('creates a chat model %s', (_name, create) => {
    expect(create(MODEL)).toMatchObject({
      provider: 'baseten.chat',
      modelId: MODEL,
    });
    expect(create().modelId).toBe('chat');
  });

  it('names the model of a deployment "placeholder" unless told otherwise', () => {
    const provider = createBaseten({ modelURL: `${DEPLOYMENT}/sync/v1` });

    expect(provider().modelId).toBe('placeholder');
    expect(provider('my-model').modelId).toBe('my-model');
  });

  it.each(['embeddingModel', 'embedding', 'textEmbeddingModel'] as const)(
    'creates an embedding model by %s',
    method => {
      const provider = createBaseten({ modelURL: `${DEPLOYMENT}/sync` });

      expect(provider[method]()).toMatchObject({
        specificationVersion: 'v4',
        provider: 'baseten.embedding',
        modelId: 'embeddings',
      });
      expect(provider[method]('bge-m3').modelId).toBe('bge-m3');
    },
  );

  it('has no image models', async () => {
    const error = await captureError(() => baseten.imageModel('flux'));

    expect(NoSuchModelError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({ modelId: 'flux', modelType: 'imageModel' });
  });
});

describe('the URL of a chat model', () => {
  it('is that of the Model APIs by default', async () => {
    const urls: unknown[] = [];
    const provider = createBaseten({
      apiKey,
      fetch: async (url, init) => {
        urls.push(url);
        return await fetch(`${baseURL}/chat/completions`, init);
      },
    });
    await generateText({ model: provider(MODEL), prompt: 'Hi' });

    expect(urls).toEqual(['https://inference.baseten.co/v1/chat/completions']);
  });

  it.each(['', '/'])('is below baseURL, with "%s" after it', async slash => {
    const provider = createBaseten({ apiKey, baseURL: `${baseURL}${slash}` });
    await generateText({ model: provider(MODEL), prompt: 'Hi' });

    expect(server.requests.map(({ path }) => path)).toEqual([
      '/v1/chat/completions',
    ]);
    expect(server.requests[0]?.body).toHaveProperty('model', MODEL);
  });

  it.each(['/v1', '/v1/', '/v1/chat/completions', '/v1/embeddings'])(
    'is below the deployment for a modelURL with "%s", whatever baseURL is',
    async end => {
      const provider = createBaseten({
        apiKey,
        baseURL,
        modelURL: `${modelURL}${end}`,
      });
      await generateText({ model: provider(), prompt: 'Hi' });

      expect(server.requests.map(({ path }) => path)).toEqual([
        '/environments/production/sync/v1/chat/completions',
      ]);
      expect(server.requests[0]?.body).toHaveProperty('model', 'placeholder');
    },
  );

  it.each(['/predict', '/sync', '/sync/', '/sync/v2', '', '/v1', '/async/v1'])(
    'is refused for a modelURL with "%s"',
    async end => {
      const provider = createBaseten({ modelURL: `${DEPLOYMENT}${end}` });

      await expectInvalid(() => provider(), CHAT_MESSAGE);
      await expectInvalid(() => provider.chatModel(MODEL), CHAT_MESSAGE);
      await expectInvalid(() => provider.languageModel(MODEL), CHAT_MESSAGE);
    },
  );

  it('never is that of the Model APIs when there is a modelURL', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc
            .tuple(
              fc.webUrl(),
              fc.constantFrom('/sync', '/sync/v1', '/sync/v1/'),
            )
            .map(parts => parts.join('')),
        ),
        async url => {
          const urls: string[] = [];
          const provider = createBaseten({
            apiKey,
            modelURL: url,
            fetch: async input => {
              urls.push(String(input));
              return Response.json({ error: 'no' }, { status: 400 });
            },
          });
          const error = await captureError(() =>
            generateText({ model: provider(MODEL), prompt: 'Hi' }),
          );

          if (InvalidArgumentError.isInstance(error)) {
            expect(urls).toEqual([]);
          } else {
            expect(urls).toHaveLength(1);
            expect(new URL(urls[0] ?? '').origin).toBe(new URL(url).origin);
          }
        },
      ),
    );
  });
});

describe('the URL of an embedding model', () => {
  it('has no default', async () => {
    const message =
      'No model URL provided for embeddings. Please set modelURL option for embeddings.';

    await expectInvalid(() => baseten.embeddingModel(), message);
    await expectInvalid(() => baseten.textEmbeddingModel(), message);
    await expectInvalid(
      () => createBaseten({ baseURL }).embeddingModel('bge-m3'),
      message,
    );
  });

  it.each(['/predict', '/sync/v2', '', '/v1', '/v1/embeddings'])(
    'is refused for a modelURL with "%s"',
    async end => {
      const provider = createBaseten({ modelURL: `${DEPLOYMENT}${end}` });

      await expectInvalid(() => provider.embeddingModel(), EMBEDDING_MESSAGE);
      await expectInvalid(
        () => provider.textEmbeddingModel(),
        EMBEDDING_MESSAGE,
      );
    },
  );
});

it.each([
  ['', 'an empty one: the variable that it comes from may not be set'],
  ['model-abc', 'one without https:// in front'],
  ['ftp://host/sync/v1', 'a ftp: URL'],
  ['https://host/sync/v1?a=1', 'one with a query'],
  ['https://host/sync/v1#a', 'one with a fragment'],
  ['https://user:secret@host/sync/v1', 'one with user info'],
])('a model is not created for the modelURL %j', async (url, received) => {
  const provider = createBaseten({ modelURL: url });
  const message = `Expected modelURL to be an absolute http(s) URL without query, fragment or user info, got ${received}.`;

  await expectInvalid(() => provider(MODEL), message);
  await expectInvalid(() => provider.embeddingModel(), message);
});

it.each([
  'embeddingModel',
  'rerankingModel',
  'decisionModel',
  'transcriptionModel',
  'speechModel',
] as const)('%s takes null, as from JavaScript, for no id', kind => {
  const provider = createBaseten({ modelURL: `${DEPLOYMENT}/sync/v1` });
  const model = Reflect.apply(provider[kind], provider, [null]);

  expect(Object(model).modelId).toBe(provider[kind]().modelId);
});

describe('settings of a wrong type', () => {
  // As from JavaScript, where no compiler looks at them.
  const create = (settings: unknown) =>
    Reflect.apply(createBaseten, undefined, [settings]);

  it.each([
    ['settings', 'my-key', 'the settings to be an object, got a string'],
    ['settings', null, 'the settings to be an object, got null'],
    ['apiKey', { apiKey: 5 }, 'promise that gives one, got a number'],
    ['headers', { headers: 'a: b' }, 'an object of strings, got a string'],
    ['fetch', { fetch: {} }, 'fetch to be a function, got an object'],
    ['fetch', { fetch: 'undici' }, 'fetch to be a function, got a string'],
    [
      'performanceClient',
      { performanceClient: 'yes' },
      'a boolean or a PerformanceClient constructor, got a string',
    ],
    ['onProgress', { onProgress: true }, 'a function, got a boolean'],
  ])('are refused at once: %s of %j', async (argument, settings, message) => {
    const error = await captureError(() => create(settings));

    expect(InvalidArgumentError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      argument,
      message: expect.stringContaining(message),
    });
  });

  it.each([
    ['baseURL', 'chatModel', 5, 'a number'],
    ['modelURL', 'chatModel', {}, 'an object'],
    ['modelURL', 'embeddingModel', ['https://a.co/sync'], 'an array'],
  ] as const)(
    'are refused when a model is made: %s for %s',
    async (argument, method, value, received) => {
      const provider = create({ [argument]: value });
      const error = await captureError(() => provider[method]());

      expect(InvalidArgumentError.isInstance(error)).toBe(true);
      expect(error).toMatchObject({
        argument,
        message: expect.stringContaining(`got ${received}.`),
      });
    },
  );

  it.each(['chatModel', 'embeddingModel', 'rerankingModel'] as const)(
    'are refused as the id of %s',
    async method => {
      const provider = createBaseten({ modelURL: `${DEPLOYMENT}/sync/v1` });
      const error = await captureError(() =>
        Reflect.apply(provider[method], provider, [{ id: 'a' }]),
      );

      expect(InvalidArgumentError.isInstance(error)).toBe(true);
      expect(error).toMatchObject({
        argument: 'modelId',
        message: 'Expected modelId to be a string, got an object.',
      });
    },
  );

  it('are no URL objects, which are taken', async () => {
    const embeddings = createBaseten({ apiKey, modelURL: new URL(modelURL) });
    const chat = createBaseten({ apiKey, baseURL: new URL(`${baseURL}/`) });
    await embeddings.embeddingModel().doEmbed({ values: ['a'] });
    await generateText({ model: chat(MODEL), prompt: 'Hi' });

    expect(server.requests.map(({ path }) => path)).toEqual([
      '/environments/production/sync/v1/embeddings',
      '/v1/chat/completions',
    ]);
  });
});
