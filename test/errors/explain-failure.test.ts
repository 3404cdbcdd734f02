import { APICallError } from '@ai-sdk/provider';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BasetenProviderSettings, createBaseten } from '../../src';
import { captureError } from '../support/capture-error';
import { useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();
const { apiKey, baseURL, modelURL } = server;
const KEY = 'canary-key';
const WORDS = 'please check the api-key you provided';
const prompt = [
  { role: 'user' as const, content: [{ type: 'text' as const, text: 'Hi' }] },
];

type Ask = (
  settings: BasetenProviderSettings,
  headers?: Record<string, string>,
) => PromiseLike<unknown>;

const WAYS: Record<string, Ask> = {
  chat: (settings, headers = {}) =>
    createBaseten({ baseURL, ...settings })('some/model').doGenerate({
      prompt,
      headers,
    }),
  'a chat stream': (settings, headers = {}) =>
    createBaseten({ baseURL, ...settings })('some/model').doStream({
      prompt,
      headers,
    }),
  'embeddings over native': (settings, headers = {}) =>
    createBaseten({ modelURL, ...settings })
      .embeddingModel()
      .doEmbed({ values: ['a'], headers }),
  'embeddings over http': (settings, headers = {}) =>
    createBaseten({ modelURL, performanceClient: false, ...settings })
      .embeddingModel()
      .doEmbed({ values: ['a'], headers }),
  reranking: (settings, headers = {}) =>
    createBaseten({ modelURL, ...settings })
      .rerankingModel()
      .doRerank({
        query: 'a',
        documents: { type: 'text', values: ['a'] },
        headers,
      }),
};

beforeEach(() => vi.stubEnv('BASETEN_API_KEY', KEY));
afterEach(() => vi.unstubAllEnvs());

describe.each(Object.entries(WAYS))('a key refused to %s', (_name, ask) => {
  it.each([401, 403])('with %i says where it came from', async status => {
    server.behave(() => ({ status, body: { error: WORDS } }));
    const authorization = `Bearer ${KEY}`;
    const cases: Array<[source: string, refuse: () => unknown]> = [
      ['the apiKey setting', () => ask({ apiKey: KEY })],
      ['the apiKey setting', () => ask({ apiKey: async () => KEY })],
      ['the BASETEN_API_KEY environment variable', () => ask({})],
      [
        'the BASETEN_API_KEY environment variable',
        () => ask({ apiKey: () => undefined }),
      ],
      [
        'the authorization header of the settings',
        () => ask({ headers: { Authorization: authorization } }),
      ],
      [
        'the authorization header of the call',
        () => ask({ apiKey: KEY }, { Authorization: authorization }),
      ],
    ];

    for (const [source, refuse] of cases) {
      const error = await captureError(refuse);

      expect(APICallError.isInstance(error)).toBe(true);
      expect(error).toMatchObject({
        message: `${WORDS}. The API key came from ${source}.`,
        statusCode: status,
        isRetryable: false,
        data: { error: { message: WORDS } },
      });
      expect(JSON.stringify(error)).not.toContain(KEY);
    }
  });
});

describe('a model that is not found', () => {
  const ask = (settings: BasetenProviderSettings, modelId?: string) => {
    server.behave(() => ({ status: 404, body: { error: 'no such model' } }));
    return captureError(() =>
      createBaseten({ apiKey, ...settings })(modelId).doGenerate({ prompt }),
    );
  };

  it.each([
    [{ baseURL }, 'acme/a', 'no such model. The model "acme/a" was asked for.'],
    [{ baseURL }, '', 'no such model. The model "" was asked for.'],
    [
      { baseURL },
      undefined,
      'no such model. No model id was given and no modelURL is set, so the model "chat" was asked for. A modelURL whose environment variable is missing is the usual reason.',
    ],
    [
      { baseURL, modelURL: undefined },
      undefined,
      'no such model. No model id was given and no modelURL is set, so the model "chat" was asked for. A modelURL whose environment variable is missing is the usual reason.',
    ],
    [
      { modelURL: `${modelURL}/v1` },
      undefined,
      'no such model. No model id was given, so the model "placeholder" was asked for. A vLLM server wants the name under which it serves the model.',
    ],
  ])(
    'with %j and the id %j says what was asked for',
    async (settings, id, message) => {
      expect(await ask(settings, id)).toMatchObject({
        message,
        statusCode: 404,
      });
    },
  );

  it('is not named twice', async () => {
    server.behave(() => ({ status: 404, body: { error: 'no model a/b!' } }));
    const error = await captureError(() =>
      createBaseten({ apiKey, baseURL })('a/b').doGenerate({ prompt }),
    );
    expect(error).toHaveProperty('message', 'no model a/b!');
  });
});
