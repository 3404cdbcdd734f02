import { inspect } from 'node:util';
import { APICallError, InvalidResponseDataError } from '@ai-sdk/provider';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBaseten } from '../../src';
import { createBaseten as createBaseten5 } from '../../src/ai-sdk-5';
import { createBaseten as createBaseten6 } from '../../src/ai-sdk-6';
import { BASETEN_CHAT_MODELS } from '../../src/chat/baseten-chat-models';
import { captureError } from '../support/capture-error';
import { useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();
const { apiKey, baseURL, modelURL } = server;
const baseten = createBaseten({ apiKey, baseURL });

describe('the models of the Model APIs', () => {
  it('come with context, prices and features', async () => {
    const { models } = await baseten.getAvailableModels();

    expect(models.map(({ id }) => id)).toEqual(
      expect.arrayContaining(BASETEN_CHAT_MODELS.map(({ id }) => id)),
    );
    expect(models.find(({ id }) => id === 'zai-org/GLM-5.3')).toEqual({
      id: 'zai-org/GLM-5.3',
      name: 'GLM 5.3',
      description: undefined,
      pricing: {
        input: '0.0000014',
        output: '0.0000044',
        cachedInputTokens: undefined,
        image: '0',
        request: '0',
      },
      specification: {
        specificationVersion: 'v4',
        provider: 'baseten.chat',
        modelId: 'zai-org/GLM-5.3',
      },
      modelType: 'language',
      contextLength: 1_048_576,
      maxOutputTokens: 262_144,
      features: ['tools', 'json_mode', 'structured_outputs', 'reasoning'],
      samplingParameters: ['temperature', 'top_p', 'stop'],
      inputModalities: ['text', 'image'],
      outputModalities: ['text'],
      quantization: 'fp8',
      huggingFaceId: 'zai-org/GLM-5.3',
      createdAt: expect.any(Date),
    });
  });

  it('give the words of a server that reports an error with status 200', async () => {
    server.behave(() => ({
      body: { error: { message: 'quota exceeded', code: 429 } },
    }));
    const error = await captureError(() => baseten.getAvailableModels());

    expect(APICallError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({ message: 'quota exceeded' });
  });

  it('have no date where the server gives one beyond all dates', async () => {
    server.behave(() => ({
      body: { data: [{ id: 'a', created: 1.7e18 }] },
    }));
    const { models } = await baseten.getAvailableModels();

    expect(models[0]).toMatchObject({ id: 'a', createdAt: undefined });
  });

  it('are asked for with the key and headers of the settings', async () => {
    await createBaseten({
      apiKey,
      baseURL,
      headers: { 'x-team': 'search' },
    }).getAvailableModels();

    expect(server.requests).toMatchObject([
      {
        method: 'GET',
        path: '/v1/models',
        headers: { authorization: `Bearer ${apiKey}`, 'x-team': 'search' },
      },
    ]);
  });

  it.each([
    ['v2', createBaseten5],
    ['v3', createBaseten6],
  ])('are named as models of %s by that entry', async (version, create) => {
    const { models } = await create({ apiKey, baseURL }).getAvailableModels();

    expect(models).not.toEqual([]);
    for (const { specification } of models)
      expect(specification?.specificationVersion).toBe(version);
  });
});

describe('the models of a deployment', () => {
  it.each(['', '/v1'])('are listed by their names at /sync%s', async end => {
    const { models } = await createBaseten({
      apiKey,
      modelURL: modelURL + end,
    }).getAvailableModels();

    expect(models).toMatchObject([{ id: 'local-model', name: 'local-model' }]);
    expect(models[0]).not.toHaveProperty('modelType');
    expect(server.requests).toMatchObject([
      { path: '/environments/production/sync/v1/models' },
    ]);
  });

  it('are read from the list of a decision server, too', async () => {
    server.behave(() => ({
      body: { models: [{ name: 'joey', description: 'small' }] },
    }));
    const { models } = await baseten.getAvailableModels();

    expect(models).toMatchObject([
      { id: 'joey', name: 'joey', description: 'small' },
    ]);
  });

  it('are not at /predict', async () => {
    const provider = createBaseten({
      apiKey,
      modelURL: modelURL.replace('/sync', '/predict'),
    });

    await expect(provider.getAvailableModels()).rejects.toThrow(
      'Not supported. You must use a /sync or /sync/v1 endpoint for a list of models.',
    );
  });
});

describe('a list that cannot be had', () => {
  it('is the words of the server, and where the key came from', async () => {
    const error = await captureError(() =>
      createBaseten({ apiKey: 'canary', baseURL }).getAvailableModels(),
    );

    expect(error).toMatchObject({
      name: 'AI_APICallError',
      statusCode: 403,
      message:
        'please check the api-key you provided. The API key came from the apiKey setting.',
    });
    expect(inspect(error, { depth: 9 })).not.toContain('canary');
  });

  it('is an error that can be repeated, if the connection is cut', async () => {
    server.behave(() => ({ cut: 'before-headers' }));
    const error = await captureError(() => baseten.getAvailableModels());

    expect(error).toMatchObject({ name: 'AI_APICallError', isRetryable: true });
  });

  it.each<[name: string, body: string | object]>([
    ['nothing', 'null'],
    ['a text', '"models"'],
    ['no list', { data: {} }],
    ['a list of texts', { data: ['a'] }],
    ['a model without an id', { data: [{ object: 'model' }] }],
  ])('is an InvalidResponseDataError for %s', async (_, body) => {
    server.behave(() => ({ body }));
    const error = await captureError(() => baseten.getAvailableModels());

    expect(InvalidResponseDataError.isInstance(error)).toBe(true);
  });

  it('is a typed error, or a list with nothing of a wrong type', async () => {
    const broken = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant('1e3'));
    const entry = fc.record(
      {
        id: fc.oneof(fc.string(), broken),
        name: broken,
        created: broken,
        context_length: broken,
        pricing: fc.oneof(
          broken,
          fc.record({ prompt: broken, completion: broken }),
        ),
        supported_features: broken,
      },
      { requiredKeys: [] },
    );

    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 3 }), async data => {
        server.behave(() => ({ body: { data } }));
        try {
          const { models } = await baseten.getAvailableModels();
          for (const model of models) {
            expect(typeof model.id).toBe('string');
            expect(typeof model.name).toBe('string');
            expect(model.contextLength ?? 1).toBeGreaterThan(0);
            expect(typeof (model.pricing?.input ?? '')).toBe('string');
            for (const feature of model.features ?? [])
              expect(typeof feature).toBe('string');
          }
        } catch (error) {
          expect(
            InvalidResponseDataError.isInstance(error) ||
              APICallError.isInstance(error),
          ).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});
