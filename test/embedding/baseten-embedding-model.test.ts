import { embed, embedMany } from 'ai';
import { describe, expect, it } from 'vitest';
import { createBaseten } from '../../src';
import {
  createEmbeddingModel,
  TRANSPORTS,
} from '../support/create-embedding-model';
import { createTexts, vectorsOf } from '../support/texts';
import { DIMENSIONS, useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();

describe.each(TRANSPORTS)('BasetenEmbeddingModel over %s', transport => {
  it('embeds one value', async () => {
    const model = createEmbeddingModel(server, transport);
    const { embedding } = await embed({ model, value: 'sunny day' });

    expect(embedding).toEqual(vectorsOf(['sunny day'])[0]);
  });

  it('embeds many values in their order', async () => {
    const model = createEmbeddingModel(server, transport);
    const values = createTexts(300);
    const { embeddings } = await embedMany({ model, values });

    expect(embeddings).toEqual(vectorsOf(values));
  });

  it('posts to the embeddings endpoint below /sync', async () => {
    await embed({ model: createEmbeddingModel(server, transport), value: 'a' });

    expect(server.requests).toMatchObject([
      {
        method: 'POST',
        path: '/environments/production/sync/v1/embeddings',
        httpVersion: transport === 'native' ? '2.0' : '1.1',
      },
    ]);
  });

  it.each(['', '/', '/v1', '/v1/', '/v1/embeddings', '/v1/embeddings/'])(
    'posts to the same endpoint with "%s" after the model URL',
    async end => {
      const model = createEmbeddingModel(server, transport, {
        modelURL: `${server.modelURL}${end}`,
      });
      await embed({ model, value: 'a' });

      expect(server.requests.map(({ path }) => path)).toEqual([
        '/environments/production/sync/v1/embeddings',
      ]);
    },
  );

  it('reaches a bare host', async () => {
    const model = createEmbeddingModel(server, transport, {
      modelURL: `${server.origin}/sync/v1`,
    });
    const { embedding } = await embed({ model, value: 'a' });

    expect(embedding).toHaveLength(DIMENSIONS);
    expect(server.requests[0]?.path).toBe('/sync/v1/embeddings');
  });

  it('asks for base64 and sends nothing that was not asked for', async () => {
    const model = createEmbeddingModel(server, transport);
    await embedMany({ model, values: ['a', 'b'] });

    expect(server.requests.map(({ body }) => body)).toEqual([
      { model: 'embeddings', input: ['a', 'b'], encoding_format: 'base64' },
    ]);
  });

  it('sends the model id that it was given', async () => {
    const { modelURL, apiKey } = server;
    const provider = createBaseten({
      modelURL,
      apiKey,
      performanceClient: transport === 'native',
    });
    await embed({ model: provider.embeddingModel('bge-m3'), value: 'a' });
    await embed({ model: provider.textEmbeddingModel('bge-m3'), value: 'a' });

    expect(server.requests.map(({ body }) => body)).toMatchObject([
      { model: 'bge-m3' },
      { model: 'bge-m3' },
    ]);
  });

  it('sums the tokens of all batches', async () => {
    const model = createEmbeddingModel(server, transport);
    const values = createTexts(300);
    const { usage } = await embedMany({ model, values });

    // "text", "number" and the number itself.
    expect(usage).toEqual({ tokens: 900 });
  });

  it('gives no usage when a reply does not tell it', async () => {
    server.behave((_request, count) => ({
      transform: reply => ({
        ...Object(reply),
        ...(count === 1 && { usage: undefined }),
      }),
    }));
    const model = createEmbeddingModel(server, transport);
    const { usage } = await model.doEmbed({ values: createTexts(300) });

    expect(usage).toBeUndefined();
  });

  it('gives the headers of the first batch', async () => {
    server.behave((request, count) => ({
      // The first batch answers last.
      delayMilliseconds: isFirstBatch(request.body) ? 30 : 0,
      headers: {
        'x-batch': isFirstBatch(request.body) ? 'first' : `other ${count}`,
      },
    }));
    const model = createEmbeddingModel(server, transport);
    const { response } = await model.doEmbed({ values: createTexts(300) });

    expect(response?.headers).toMatchObject({
      'content-type': 'application/json',
      'x-batch': 'first',
      'x-baseten-model-id': 'localmdl',
    });
  });

  it('gives a body without the vectors', async () => {
    const model = createEmbeddingModel(server, transport);
    const { response } = await model.doEmbed({ values: ['one word'] });

    expect(response?.body).toEqual({
      object: 'list',
      model: 'local-embeddings',
      usage: { prompt_tokens: 2, total_tokens: 2 },
    });
  });

  it('tells the transport and the number of requests', async () => {
    const model = createEmbeddingModel(server, transport);
    const values = createTexts(300);
    const { providerMetadata, warnings } = await embedMany({ model, values });

    expect(providerMetadata).toEqual({ baseten: { transport, requests: 3 } });
    expect(warnings).toEqual([]);
  });

  it('does not count retries as requests', async () => {
    server.behave((_request, count) => (count < 2 ? { status: 503 } : {}));
    const model = createEmbeddingModel(server, transport);
    const { providerMetadata } = await model.doEmbed({
      values: ['a', 'b'],
      providerOptions: { baseten: { batchSize: 1 } },
    });

    expect(server.requests).toHaveLength(4);
    expect(providerMetadata).toEqual({ baseten: { transport, requests: 2 } });
  });

  it('sends no request for no values', async () => {
    const model = createEmbeddingModel(server, transport);

    expect(await model.doEmbed({ values: [] })).toEqual({
      embeddings: [],
      usage: { tokens: 0 },
      warnings: [],
    });
    expect((await embedMany({ model, values: [] })).embeddings).toEqual([]);
    expect(server.requests).toEqual([]);
  });

  it('takes any number of values in one call', () => {
    const model = createEmbeddingModel(server, transport);

    expect(model.maxEmbeddingsPerCall).toBe(Number.POSITIVE_INFINITY);
    expect(model.provider).toBe('baseten.embedding');
    expect(model.specificationVersion).toBe('v4');
  });
});

function isFirstBatch(body: unknown): boolean {
  return JSON.stringify(body).includes('"text number 0"');
}
