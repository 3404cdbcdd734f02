import { describe, expect, it } from 'vitest';
import type { BasetenProviderSettings } from '../src';
import { runModule } from '../suites/lib/run-node';
import { useLocalBaseten } from './support/use-local-baseten';

const server = await useLocalBaseten();

const KINDS = {
  chat: {
    settings: { modelURL: `${server.modelURL}/v1` },
    create: "provider('served-name')",
    call: `doGenerate({
      prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }],
    })`,
    path: '/environments/production/sync/v1/chat/completions',
  },
  'Model APIs chat': {
    settings: { baseURL: server.baseURL },
    create: "provider('openai/gpt-oss-120b')",
    call: `doGenerate({
      prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }],
    })`,
    path: '/v1/chat/completions',
  },
  embedding: {
    settings: { modelURL: server.modelURL },
    create: 'provider.embeddingModel()',
    call: "doEmbed({ values: ['a text'] })",
    callInBatches:
      "doEmbed({ values: ['a', 'b'], providerOptions: { baseten: { batchSize: 1 } } })",
    path: '/environments/production/sync/v1/embeddings',
  },
  reranking: {
    settings: { modelURL: server.modelURL },
    create: 'provider.rerankingModel()',
    call: `doRerank({
      query: 'a',
      documents: { type: 'text', values: ['a', 'b'] },
    })`,
    callInBatches: `doRerank({
      query: 'a',
      documents: { type: 'text', values: ['a', 'b'] },
      providerOptions: { baseten: { batchSize: 1 } },
    })`,
    path: '/environments/production/sync/rerank',
  },
  transcription: {
    settings: { modelURL: server.modelURL.replace(/sync$/, 'predict') },
    create: 'provider.transcriptionModel()',
    call: `doGenerate({ audio: 'AAAA', mediaType: 'audio/wav' })`,
    path: '/environments/production/predict',
  },
  speech: {
    settings: { modelURL: `${server.modelURL}/v1` },
    create: "provider.speechModel('served-name')",
    call: `doGenerate({ text: 'Hi' })`,
    path: '/environments/production/sync/v1/audio/speech',
  },
  decision: {
    settings: { modelURL: server.modelURL },
    create: "provider.decisionModel('served-name')",
    call: `doDecide({
      state: [{ type: 'text', text: 'a' }],
      questions: { a: { type: 'boolean', instructions: 'b' } },
    })`,
    path: '/environments/production/sync/v1/systemone',
  },
} as const;

type Kind = Omit<(typeof KINDS)[keyof typeof KINDS], 'call'> & { call: string };

/** Serializes a model in one process and gives the JSON text. */
async function serialize(
  { settings, create }: Kind,
  added: BasetenProviderSettings & { fetch?: never },
): Promise<string> {
  const { stdout, stderr } = await runModule(
    `
      import { createBaseten } from '@ai-sdk/baseten';
      import { WORKFLOW_SERIALIZE } from '@ai-sdk/provider-utils';
      const provider = createBaseten(JSON.parse(process.env.SETTINGS));
      const model = ${create};
      const state = model.constructor[WORKFLOW_SERIALIZE](model);
      console.log(JSON.stringify(state));
    `,
    { env: { SETTINGS: JSON.stringify({ ...settings, ...added }) } },
  );
  expect(stderr).toBe('');
  return stdout;
}

/** Deserializes a model in another process, where a key is, and calls it. */
async function call({ create, call, settings }: Kind, state: string) {
  const { stdout, stderr } = await runModule(
    `
      import { createBaseten } from '@ai-sdk/baseten';
      import { WORKFLOW_DESERIALIZE } from '@ai-sdk/provider-utils';
      const settings = JSON.parse(process.env.SETTINGS);
      // A workflow finds the class by its name; here any model of it will do.
      const provider = createBaseten({
        ...settings,
        ...(settings.modelURL && {
          modelURL: new URL(new URL(settings.modelURL).pathname, 'https://example.com'),
        }),
      });
      const Model = ${create}.constructor;
      const model = Model[WORKFLOW_DESERIALIZE](JSON.parse(process.env.STATE));
      console.log(JSON.stringify(await model.${call}));
    `,
    {
      env: {
        SETTINGS: JSON.stringify(settings),
        STATE: state,
        BASETEN_API_KEY: server.apiKey,
      },
    },
  );
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

describe.each(Object.entries(KINDS))('a serialized %s model', (_, kind) => {
  it('makes the same call in another process', async () => {
    const state = await serialize(kind, {
      apiKey: server.apiKey,
      headers: { 'X-Team': 'search' },
    });
    await call(kind, state);

    expect(server.requests).toMatchObject([
      {
        path: kind.path,
        headers: {
          authorization: `Bearer ${server.apiKey}`,
          'x-team': 'search',
        },
      },
    ]);
  });

  it('holds neither the key nor a header that may be a secret', async () => {
    const state = await serialize(kind, {
      apiKey: 'canary-1',
      headers: {
        Authorization: 'Bearer canary-2',
        'x-api-key': 'canary-3',
        'x-auth': 'canary-4',
        'X-Session-Token': 'canary-5',
        'client-secret': 'canary-6',
        Cookie: 'canary-7',
        'x-team': 'search',
      },
    });

    expect(state).not.toContain('canary');
    expect(JSON.parse(state)).toMatchObject({
      config: { headers: { 'x-team': 'search' } },
    });
  });

  it('needs no key to be serialized', async () => {
    expect(JSON.parse(await serialize(kind, {}))).toMatchObject({
      config: { headers: {} },
    });
  });
});

describe.each([
  [true, 'native'],
  [false, 'http'],
] as const)('performanceClient: %s', (performanceClient, transport) => {
  it.each(['embedding', 'reranking'] as const)(
    'is kept by a serialized %s model',
    async name => {
      const kind = KINDS[name];
      const result = await call(
        { ...kind, call: kind.callInBatches },
        await serialize(kind, { performanceClient }),
      );

      expect(result.providerMetadata.baseten.transport).toBe(transport);
    },
  );
});

it('refuses a state that is not of a model', async () => {
  const { stdout } = await runModule(`
    import { createBaseten } from '@ai-sdk/baseten';
    import { WORKFLOW_DESERIALIZE } from '@ai-sdk/provider-utils';
    const provider = createBaseten({ modelURL: 'https://example.com/sync' });
    const Model = provider.embeddingModel().constructor;
    try {
      Model[WORKFLOW_DESERIALIZE]({ modelId: 'a', config: {} });
    } catch ({ name, message }) {
      console.log(name, message);
    }
  `);

  expect(stdout).toBe(
    'AI_InvalidArgumentError Expected the config of a serialized Baseten model, got something else.\n',
  );
});
