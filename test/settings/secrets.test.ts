import { inspect } from 'node:util';
import { WORKFLOW_SERIALIZE } from '@ai-sdk/provider-utils';
import {
  createProviderRegistry,
  customProvider,
  embedMany,
  generateText,
  rerank,
  streamText,
  ToolLoopAgent,
  wrapEmbeddingModel,
  wrapLanguageModel,
} from 'ai';
import { describe, expect, it } from 'vitest';
import * as main from '../../src';
import { type BasetenProviderSettings, createBaseten } from '../../src';
import * as aiSdk5 from '../../src/ai-sdk-5';
import * as aiSdk6 from '../../src/ai-sdk-6';
import { BasetenChatLanguageModel } from '../../src/chat/baseten-chat-language-model';
import { createCredentials } from '../../src/settings/credentials';
import { createDeployment } from '../../src/transport/deployment';
import { loadPerformanceClient } from '../../src/transport/performance-client';
import { captureError } from '../support/capture-error';
import { useLocalBaseten } from '../support/use-local-baseten';
import { walk } from '../support/walk';

const server = await useLocalBaseten();
const { baseURL, modelURL } = server;
const MODEL_ID = 'openai/gpt-oss-120b';

const SECRETS = {
  apiKey: server.apiKey,
  authorization: 'canary-of-authorization',
  header: 'canary-of-header',
  call: 'canary-of-call',
};

const settings = (more: BasetenProviderSettings = {}) => ({
  apiKey: SECRETS.apiKey,
  ...more,
});
const secretHeaders = {
  Authorization: `Bearer ${SECRETS.authorization}`,
  'X-Api-Key': SECRETS.header,
};

/** Every way in which settings with secrets come in. */
const SETTINGS: BasetenProviderSettings[] = [
  settings({ baseURL }),
  settings({ modelURL: `${modelURL}/v1` }),
  settings({ modelURL: `${modelURL}/v1`, performanceClient: false }),
  settings({ modelURL: `${modelURL}/v1`, headers: secretHeaders }),
  { apiKey: () => SECRETS.apiKey, modelURL: `${modelURL}/v1` },
  { apiKey: Promise.resolve(SECRETS.apiKey), modelURL: `${modelURL}/v1` },
];

const modelsOf = (provider: ReturnType<typeof createBaseten>, URL?: unknown) =>
  URL == null
    ? { chat: provider(MODEL_ID) }
    : {
        chat: provider(MODEL_ID),
        embedding: provider.embeddingModel(),
        reranking: provider.rerankingModel(),
      };

/** What the AI SDK makes of models: wrapped, registered, held by an agent. */
function hold(model: ReturnType<ReturnType<typeof createBaseten>>) {
  return {
    wrapped: wrapLanguageModel({ model, middleware: {} }),
    agent: new ToolLoopAgent({ model }),
    custom: customProvider({ languageModels: { model } }),
    proxy: new Proxy(model, {}),
    copy: { ...model },
  };
}

/** Calls every kind of model, so that all that a call leaves behind is there. */
async function call(provider: ReturnType<typeof createBaseten>) {
  const headers = { 'X-Call-Token': SECRETS.call };
  const stream = streamText({ model: provider(MODEL_ID), prompt: 'Hi' });
  await stream.consumeStream();
  return {
    text: await generateText({
      model: provider(MODEL_ID),
      prompt: 'Hi',
      headers,
    }),
    steps: await stream.steps,
    embeddings: await embedMany({
      model: provider.embeddingModel(),
      values: ['a', 'b'],
    }),
    embeddingsOverHttp: await embedMany({
      model: provider.embeddingModel(),
      values: ['a', 'b'],
      headers,
    }),
    ranking: await rerank({
      model: provider.rerankingModel(),
      query: 'a',
      documents: ['a', 'b'],
    }),
  };
}

/** What calls with a key that is refused end with. */
async function fail(provider: ReturnType<typeof createBaseten>) {
  server.behave(() => ({ status: 403, body: { error: 'wrong key' } }));
  const prompt = [
    { role: 'user' as const, content: [{ type: 'text' as const, text: 'a' }] },
  ];
  const errors = [
    await captureError(() => provider(MODEL_ID).doGenerate({ prompt })),
    await captureError(() => provider(MODEL_ID).doStream({ prompt })),
    await captureError(() =>
      provider.embeddingModel().doEmbed({ values: ['a'] }),
    ),
    await captureError(() =>
      provider.rerankingModel().doRerank({
        query: 'a',
        documents: { type: 'text', values: ['a'] },
      }),
    ),
  ];
  server.behave(() => ({ cut: 'before-headers' }));
  errors.push(
    await captureError(() => provider(MODEL_ID).doGenerate({ prompt })),
  );
  server.reset();
  return errors;
}

async function insides() {
  const deployment = createDeployment({ url: modelURL });
  const { headers } = await createCredentials({
    apiKey: SECRETS.apiKey,
  }).createHeaders();
  const Client = await loadPerformanceClient();
  const connection = await deployment.connect({
    headers,
    isBulk: true,
    abortSignal: undefined,
    batchRetries: undefined,
    numbers: undefined,
  });
  return {
    deployment,
    connection,
    reply: await connection.send({
      path: '/v1/embeddings',
      body: { model: 'any', input: ['a'] },
      timeoutSeconds: 10,
      abortSignal: undefined,
    }),
    Client,
    client: Client && new Client(modelURL, SECRETS.apiKey),
    credentials: createCredentials({
      apiKey: SECRETS.apiKey,
      headers: secretHeaders,
    }),
  };
}

async function collectRoots(): Promise<Record<string, unknown>> {
  const everySetting = await Promise.all(
    SETTINGS.map(async each => {
      const provider = createBaseten(each);
      const models = modelsOf(provider, each.modelURL);
      return {
        provider,
        models,
        held: hold(models.chat),
        registry: createProviderRegistry({ baseten: provider }),
        wrappedEmbedding:
          models.embedding &&
          wrapEmbeddingModel({ model: models.embedding, middleware: {} }),
        older: [aiSdk5, aiSdk6].map(entry => {
          const older = entry.createBaseten(each);
          return {
            older,
            chat: older(MODEL_ID),
            embedding: each.modelURL && older.embeddingModel(),
          };
        }),
      };
    }),
  );
  const provider = createBaseten(settings({ modelURL: `${modelURL}/v1` }));
  return {
    entries: [{ ...main }, { ...aiSdk5 }, { ...aiSdk6 }],
    everySetting,
    results: await call(provider),
    used: modelsOf(provider, modelURL),
    errors: await fail(provider),
    insides: await insides(),
  };
}

const holdsSecret = (text: string) =>
  Object.values(SECRETS).some(secret => text.includes(secret));

describe('a secret', () => {
  it('is in no place that can be reached from a public object', async () => {
    const places = await walk(await collectRoots());

    expect(places.filter(({ text }) => holdsSecret(text))).toEqual([]);
    // It did go through everything.
    expect(places.length).toBeGreaterThan(5000);
  });

  it('is found by that walk where it can be reached', async () => {
    const secret = SECRETS.apiKey;
    const hidden = {};
    Object.defineProperty(hidden, Symbol('hidden'), { value: secret });

    for (const [name, root] of Object.entries({
      property: { a: [{ b: secret }] },
      hidden,
      getter: {
        get key() {
          return secret;
        },
      },
      prototype: Object.create({ secret }),
      map: new Map([[{ secret }, 1]]),
      set: new Set([secret]),
      bytes: { bytes: Buffer.from(secret) },
      promise: Promise.resolve({ secret }),
      name: { [secret]: 1 },
      cause: new Error('no', { cause: { secret } }),
    })) {
      const places = await walk({ root });
      expect([name, places.some(({ text }) => holdsSecret(text))]).toEqual([
        name,
        true,
      ]);
    }
  });

  it.each([
    { depth: Number.POSITIVE_INFINITY, customInspect: true },
    { depth: Number.POSITIVE_INFINITY, customInspect: false },
    { depth: 5, showHidden: true, customInspect: false },
  ])('is not printed with %o', async options => {
    const errors = await fail(
      createBaseten(settings({ modelURL: `${modelURL}/v1` })),
    );
    const models = SETTINGS.map(each => {
      const provider = createBaseten(each);
      const { chat, ...others } = modelsOf(provider, each.modelURL);
      return { provider, chat, ...others, held: hold(chat) };
    });

    for (const value of [...models, ...errors]) {
      const text = inspect(value, {
        maxArrayLength: null,
        maxStringLength: null,
        ...options,
      });
      expect(holdsSecret(text)).toBe(false);
    }
  });

  it('is not in the JSON of a model or of what holds one', () => {
    for (const each of SETTINGS) {
      const provider = createBaseten(each);
      const { chat, ...others } = modelsOf(provider, each.modelURL);

      for (const value of [chat, { chat }, others, { agent: hold(chat) }]) {
        expect(holdsSecret(JSON.stringify(value))).toBe(false);
      }
    }
  });

  it('is not in the state that a workflow stores, whatever its header', () => {
    const model = createBaseten({
      headers: { ...secretHeaders, 'x-own': `Bearer ${SECRETS.header}` },
    })(MODEL_ID);
    if (!(model instanceof BasetenChatLanguageModel)) throw new TypeError();
    const state = BasetenChatLanguageModel[WORKFLOW_SERIALIZE](model);

    expect(state).toEqual({
      modelId: MODEL_ID,
      config: { url: 'https://inference.baseten.co/v1', headers: {} },
    });
  });
});

describe('a model', () => {
  const provider = createBaseten(settings({ modelURL: `${modelURL}/v1` }));

  it.each([
    ['baseten.chat', MODEL_ID, `${modelURL}/v1`, provider(MODEL_ID)],
    ['baseten.embedding', 'bge', modelURL, provider.embeddingModel('bge')],
    ['baseten.reranking', 'bge', modelURL, provider.rerankingModel('bge')],
  ])('of %s prints and logs as what it is', (name, modelId, url, model) => {
    const description = { provider: name, modelId, url };

    expect(JSON.parse(JSON.stringify({ model }))).toEqual({
      model: description,
    });
    expect(inspect(model)).toBe(inspect(description));
    expect(inspect(new Proxy(model, {}))).toBe(inspect(description));
  });
});
