import { embedMany } from 'ai';
import { describe, expect, it } from 'vitest';
import { startLocalBaseten } from '../../local-baseten';
import { type BasetenProviderSettings, createBaseten } from '../../src';
import {
  HTTP,
  NATIVE,
  oneTextPerBatch,
  sendTwoBatches,
  twoTexts,
} from '../support/send-two-batches';
import { createTexts, textsOf } from '../support/texts';
import { DIMENSIONS, useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();
const { apiKey, modelURL } = server;

const create = (settings: BasetenProviderSettings = {}) =>
  createBaseten({ modelURL, apiKey, ...settings });

type Headers = Record<string, string>;

const send = sendTwoBatches.bind(undefined, server);

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
    expect(urls).toEqual(twoTexts.map(() => `${modelURL}/v1/embeddings`));
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
        values: twoTexts,
        providerOptions: oneTextPerBatch,
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
    const call = {
      model,
      values: createTexts(40),
      providerOptions: oneTextPerBatch,
    };
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
