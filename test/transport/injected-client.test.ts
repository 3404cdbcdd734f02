import { embed, embedMany } from 'ai';
import { describe, expect, it } from 'vitest';
import { type BasetenProviderSettings, createBaseten } from '../../src';
import { recordClients } from '../support/record-clients';
import { NATIVE, sendTwoBatches } from '../support/send-two-batches';
import { createTexts, vectorsOf } from '../support/texts';
import { useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();
const { apiKey, modelURL } = server;

const create = (settings: BasetenProviderSettings = {}) =>
  createBaseten({ modelURL, apiKey, ...settings });

const send = sendTwoBatches.bind(undefined, server);

describe('an injected native client', () => {
  it('is used, one batch at a time, with the timeout of the call', async () => {
    const { PerformanceClient, created, posted } = recordClients();
    const values = createTexts(200);
    const { embeddings, providerMetadata } = await embedMany({
      model: create({ performanceClient: PerformanceClient }).embeddingModel(),
      values,
      providerOptions: { baseten: { timeoutSeconds: 77 } },
    });

    expect(embeddings).toEqual(vectorsOf(values));
    expect(providerMetadata?.baseten?.transport).toBe('native');
    expect(created).toEqual([{ baseURL: modelURL, apiKey }]);
    expect(posted).toEqual([
      { urlPath: '/v1/embeddings', payloads: 1, timeoutSeconds: 77 },
      { urlPath: '/v1/embeddings', payloads: 1, timeoutSeconds: 77 },
    ]);
  });

  it('gets ten minutes per attempt by default', async () => {
    const { PerformanceClient, posted } = recordClients();
    await send({ performanceClient: PerformanceClient });

    expect(posted).toMatchObject([
      { timeoutSeconds: 600 },
      { timeoutSeconds: 600 },
    ]);
  });

  it('is used for a call of one batch, too', async () => {
    const { PerformanceClient } = recordClients();
    const settings = { performanceClient: PerformanceClient };

    expect(await send(settings, {}, { values: ['a'] })).toMatchObject(NATIVE);
  });

  it('is created once for all models and calls of a provider', async () => {
    const { PerformanceClient, created, posted } = recordClients();
    const provider = create({ performanceClient: PerformanceClient });
    await Promise.all(
      ['one', 'two', 'three'].map(id =>
        embed({ model: provider.embeddingModel(id), value: 'a' }),
      ),
    );
    await embed({ model: provider.textEmbeddingModel(), value: 'a' });

    expect(created).toHaveLength(1);
    expect(posted).toHaveLength(4);
  });

  it('is shared between providers', async () => {
    const { PerformanceClient, created } = recordClients();
    for (let provider = 0; provider < 50; provider++) {
      await send({ performanceClient: PerformanceClient });
    }

    expect(created).toHaveLength(1);
  });

  it('is created for four keys at most, others go over HTTP', async () => {
    const { PerformanceClient, created } = recordClients();
    server.behave(() => ({ body: { data: [{ index: 0, embedding: [1] }] } }));
    const keys = Array.from({ length: 20 }, (_, index) => `key-${index}`);
    const results = [];
    for (const key of [...keys, ...keys]) {
      const { providerMetadata, warnings } = await create({
        apiKey: key,
        performanceClient: PerformanceClient,
      })
        .embeddingModel()
        .doEmbed({ values: ['a'] });
      results.push(
        [providerMetadata?.baseten?.transport, warnings.length].join(' '),
      );
    }

    expect(created.map(({ apiKey }) => apiKey)).toEqual(keys.slice(0, 4));
    expect(results).toEqual(
      [...keys, ...keys].map((_, index) =>
        index % 20 < 4 ? 'native 0' : 'http 1',
      ),
    );
  });

  it('is created anew when the key changes', async () => {
    const { PerformanceClient, created } = recordClients();
    const model = create({
      apiKey: 'first',
      performanceClient: PerformanceClient,
    }).embeddingModel();
    server.behave(() => ({ body: { data: [{ index: 0, embedding: [1] }] } }));
    const keys = ['first', 'first', 'second', 'second'];
    for (const key of keys) {
      await embed({
        model,
        value: 'a',
        headers: { authorization: `Bearer ${key}` },
      });
    }

    expect(created.map(client => client.apiKey)).toEqual(['first', 'second']);
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(
      keys.map(key => `Bearer ${key}`),
    );
  });

  it('is not created before it is needed', async () => {
    const { PerformanceClient, created } = recordClients();
    const provider = create({ performanceClient: PerformanceClient });
    const model = provider.embeddingModel();
    await model.doEmbed({ values: [] });
    await model.doEmbed({ values: ['a'], headers: { 'x-own': 'mine' } });

    expect(created).toEqual([]);
  });

  it.each<[name: string, settings: BasetenProviderSettings, obstacle: string]>([
    ['a custom fetch', { fetch: globalThis.fetch }, 'a custom fetch'],
    [
      'own headers',
      { headers: { 'X-One': '1', 'x-two': '2' } },
      'the headers x-one, x-two',
    ],
    [
      'an own form of authorization',
      { headers: { Authorization: `Api-Key ${apiKey}` } },
      'an authorization header other than "Bearer KEY"',
    ],
  ])(
    'gives a warning when %s rules it out',
    async (_name, settings, obstacle) => {
      const { PerformanceClient, created } = recordClients();
      const model = create({
        performanceClient: PerformanceClient,
        ...settings,
      }).embeddingModel();
      const { warnings, providerMetadata } = await model.doEmbed({
        values: ['a'],
      });

      expect(warnings).toEqual([
        {
          type: 'other',
          message: `The injected performanceClient is not used for this call: it cannot carry ${obstacle}. The requests go over HTTP.`,
        },
      ]);
      expect(providerMetadata?.baseten?.transport).toBe('http');
      expect(created).toEqual([]);
    },
  );
});

it('gives a warning when an injected native client cannot be aborted', async () => {
  const { PerformanceClient, created } = recordClients();
  const model = create({ performanceClient: PerformanceClient });
  const { warnings, providerMetadata } = await model
    .embeddingModel()
    .doEmbed({ values: ['a'], abortSignal: new AbortController().signal });

  expect(warnings).toEqual([
    {
      type: 'other',
      message:
        'The injected performanceClient is not used for this call: it cannot end requests, and the call has an abortSignal. The requests go over HTTP.',
    },
  ]);
  expect(providerMetadata?.baseten?.transport).toBe('http');
  expect(created).toEqual([]);
});

describe('an injected class that is no native client', () => {
  it.each([
    ['without batchPost', class {}],
    [
      'that cannot be constructed',
      class {
        constructor(_url: string, key: string) {
          throw new Error(`refused ${key}`);
        }
      },
    ],
  ])('%s is left aside with a warning', async (_name, Client) => {
    const model = createBaseten({
      modelURL: server.modelURL,
      apiKey: server.apiKey,
      // @ts-expect-error
      performanceClient: Client,
    }).embeddingModel();
    const { warnings, providerMetadata } = await model.doEmbed({
      values: ['a'],
    });

    expect(providerMetadata?.baseten?.transport).toBe('http');
    expect(warnings).toEqual([
      {
        type: 'other',
        message:
          'The injected performanceClient is not used for this call: it cannot be constructed or has no batchPost. The requests go over HTTP.',
      },
    ]);
  });
});
