import { embed, embedMany } from 'ai';
import { describe, expect, it } from 'vitest';
import { startLocalBaseten } from '../../local-baseten';
import { type BasetenProviderSettings, createBaseten } from '../../src';
import { recordClients } from '../support/record-clients';
import { createTexts, textsOf, vectorsOf } from '../support/texts';
import { DIMENSIONS, useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();
const { apiKey, modelURL } = server;

const create = (settings: BasetenProviderSettings = {}) =>
  createBaseten({ modelURL, apiKey, ...settings });

type Headers = Record<string, string>;

/** Two batches. */
const values = ['a', 'b'];
const providerOptions = { baseten: { batchSize: 1 } };

/** Embeds two batches and tells by what transport, and what was sent. */
async function send(
  settings: BasetenProviderSettings,
  headers?: Headers,
  call: Partial<Parameters<typeof embedMany>[0]> = {},
) {
  const { providerMetadata, warnings } = await embedMany({
    model: create(settings).embeddingModel(),
    values,
    providerOptions,
    ...(headers != null && { headers }),
    ...call,
  });
  const [request] = server.requests.slice(-1);
  return {
    transport: providerMetadata?.baseten?.transport,
    httpVersion: request?.httpVersion,
    headers: request?.headers,
    warnings,
  };
}

const NATIVE = { transport: 'native', httpVersion: '2.0', warnings: [] };
const HTTP = { transport: 'http', httpVersion: '1.1', warnings: [] };

describe('the transport', () => {
  it('is native by default', async () => {
    expect(await send({})).toMatchObject(NATIVE);
    expect(await send({ performanceClient: true })).toMatchObject(NATIVE);
    expect(await send({ performanceClient: undefined })).toMatchObject(NATIVE);
  });

  it('is http when the native client is switched off', async () => {
    expect(await send({ performanceClient: false })).toMatchObject(HTTP);
  });

  it('is http through a custom fetch', async () => {
    const urls: unknown[] = [];
    const result = await send({
      fetch: async (url, init) => {
        urls.push(url);
        return await fetch(url, init);
      },
    });

    expect(result).toMatchObject(HTTP);
    expect(urls).toEqual(values.map(() => `${modelURL}/v1/embeddings`));
  });

  it('is http with headers of the settings or the call', async () => {
    const headers = { 'X-Own': 'mine' };

    expect(await send({ headers })).toMatchObject({
      ...HTTP,
      headers: { 'x-own': 'mine' },
    });
    expect(await send({}, headers)).toMatchObject({
      ...HTTP,
      headers: { 'x-own': 'mine' },
    });
  });

  it('is native with a user agent or headers that are undefined', async () => {
    expect(await send({ headers: { 'User-Agent': 'mine' } })).toMatchObject(
      NATIVE,
    );
    expect(await send({}, { 'user-agent': 'mine' })).toMatchObject(NATIVE);
    expect(await send({ headers: { 'x-own': undefined } })).toMatchObject(
      NATIVE,
    );
  });

  it.each(['authorization', 'Authorization', 'AUTHORIZATION'])(
    'is native with a bearer token in the header "%s"',
    async name => {
      const headers = { [name]: `Bearer ${apiKey}` };
      const expected = {
        ...NATIVE,
        headers: { authorization: `Bearer ${apiKey}` },
      };

      expect(await send({ apiKey: '', headers })).toMatchObject(expected);
      expect(await send({ apiKey: 'wrong' }, headers)).toMatchObject(expected);
    },
  );

  it.each(['authorization', 'Authorization', 'AUTHORIZATION'])(
    'is http with another form of authorization in the header "%s"',
    async name => {
      const headers = { [name]: `Api-Key ${apiKey}` };
      const expected = {
        ...HTTP,
        headers: { authorization: `Api-Key ${apiKey}` },
      };

      expect(await send({ apiKey: '', headers })).toMatchObject(expected);
      expect(await send({ apiKey: 'wrong' }, headers)).toMatchObject(expected);
    },
  );

  it('is chosen for each call', async () => {
    const model = create().embeddingModel();
    const transports = [];
    const calls: Headers[] = [{}, { 'x-own': 'mine' }, {}];
    for (const headers of calls) {
      const { providerMetadata } = await embedMany({
        model,
        values,
        providerOptions,
        headers,
      });
      transports.push(providerMetadata?.baseten?.transport);
    }

    expect(transports).toEqual(['native', 'http', 'native']);
  });

  it('is http for a call of one batch', async () => {
    expect(await send({}, {}, { values: ['a'] })).toMatchObject(HTTP);
    expect(await send({}, {}, { providerOptions: {} })).toMatchObject(HTTP);
  });

  it('is http with an abort signal, which native cannot obey', async () => {
    const abortSignal = new AbortController().signal;

    expect(await send({}, {}, { abortSignal })).toMatchObject(HTTP);
  });

  it.each([
    [0, HTTP],
    [4, NATIVE],
    [5, HTTP],
  ])('with %i retries of each batch is %j', async (batchRetries, expected) => {
    const options = { baseten: { batchSize: 1, batchRetries } };

    expect(await send({}, {}, { providerOptions: options })).toMatchObject(
      expected,
    );
  });

  it('is http for vectors as numbers, asked for or not', async () => {
    const numbers = await startLocalBaseten({ dimensions: DIMENSIONS });
    numbers.behave(request => ({
      body: { data: [{ index: 0, embedding: [textsOf(request).length, 2] }] },
    }));
    const model = createBaseten(numbers).embeddingModel();
    const call = { model, values: createTexts(40), providerOptions };
    await embedMany(call);
    const versions = numbers.requests.map(({ httpVersion }) => httpVersion);
    const second = await embedMany(call);
    await numbers.close();

    expect(versions[0]).toBe('2.0');
    expect(versions.at(-1)).toBe('1.1');
    expect(second.providerMetadata?.baseten?.transport).toBe('http');

    const asked = { baseten: { batchSize: 1, encodingFormat: 'float' } };
    expect(await send({}, {}, { providerOptions: asked })).toMatchObject(HTTP);
  });
});

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
