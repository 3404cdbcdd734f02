import type {
  EmbeddingModelV4,
  EmbeddingModelV4CallOptions,
  RerankingModelV4,
  RerankingModelV4CallOptions,
} from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { toEmbeddingModelV2 } from '../../src/adapters/to-embedding-model-v2';
import { toEmbeddingModelV3 } from '../../src/adapters/to-embedding-model-v3';
import { toRerankingModelV3 } from '../../src/adapters/to-reranking-model-v3';

const warnings = [
  { type: 'deprecated' as const, setting: 'old', message: 'Use new.' },
];
const olderWarnings = [{ type: 'other', message: 'old: Use new.' }];
const providerMetadata = { baseten: { requests: 1, gone: undefined } };
const response = { headers: { 'x-request-id': '17' } };

const adaptToV2 = (model: EmbeddingModelV4) =>
  toEmbeddingModelV2(toEmbeddingModelV3(model));

function createEmbeddingModel() {
  const calls: EmbeddingModelV4CallOptions[] = [];
  const model: EmbeddingModelV4 = {
    specificationVersion: 'v4',
    provider: 'baseten.embedding',
    modelId: 'any-id',
    maxEmbeddingsPerCall: Number.POSITIVE_INFINITY,
    supportsParallelCalls: true,
    doEmbed: async options => {
      calls.push(options);
      return {
        embeddings: [[1, 2]],
        usage: { tokens: 3 },
        warnings,
        providerMetadata,
        response,
      };
    },
  };
  return { model, calls };
}

describe.each([
  { version: 'v2', adapt: adaptToV2 },
  { version: 'v3', adapt: toEmbeddingModelV3 },
])('an embedding model as $version', ({ version, adapt }) => {
  it('is named and limited as the model is', () => {
    expect(adapt(createEmbeddingModel().model)).toMatchObject({
      specificationVersion: version,
      provider: 'baseten.embedding',
      modelId: 'any-id',
      maxEmbeddingsPerCall: Number.POSITIVE_INFINITY,
      supportsParallelCalls: true,
    });
  });

  it('hands on the very array of texts, by which a repeat is known', async () => {
    const { model, calls } = createEmbeddingModel();
    const values = ['a', 'b'];
    const { signal } = new AbortController();
    const providerOptions = { baseten: { dimensions: 2 } };

    await adapt(model).doEmbed({
      values,
      abortSignal: signal,
      headers: { 'x-one': '1' },
      providerOptions,
    });

    expect(calls[0]?.values).toBe(values);
    expect(calls[0]).toEqual({
      values,
      abortSignal: signal,
      headers: { 'x-one': '1' },
      providerOptions,
    });
  });

  it('gives what the model gives', async () => {
    const result = await adapt(createEmbeddingModel().model).doEmbed({
      values: ['a'],
    });

    expect(result).toMatchObject({
      embeddings: [[1, 2]],
      usage: { tokens: 3 },
      response,
    });
    expect(result.providerMetadata).toStrictEqual({ baseten: { requests: 1 } });
  });
});

it('an embedding model as v3 warns in the words of V3', async () => {
  const { model } = createEmbeddingModel();

  expect(
    (await toEmbeddingModelV3(model).doEmbed({ values: ['a'] })).warnings,
  ).toEqual(olderWarnings);
});

it('an embedding model as v2 leaves out headers without a value', async () => {
  const { model, calls } = createEmbeddingModel();

  await adaptToV2(model).doEmbed({
    values: ['a'],
    headers: { 'x-one': '1', 'x-none': undefined },
  });

  expect(calls[0]?.headers).toStrictEqual({ 'x-one': '1' });
});

it('a reranking model as v3 asks and answers as the model does', async () => {
  const calls: RerankingModelV4CallOptions[] = [];
  const ranking = [{ index: 0, relevanceScore: 0.5 }];
  const model: RerankingModelV4 = {
    specificationVersion: 'v4',
    provider: 'baseten.reranking',
    modelId: 'any-id',
    doRerank: async options => {
      calls.push(options);
      return { ranking, warnings, providerMetadata, response };
    },
  };
  const adapted = toRerankingModelV3(model);
  const options = {
    documents: { type: 'object' as const, values: [{ title: 'a' }] },
    query: 'b',
    topN: 1,
  };

  const result = await adapted.doRerank(options);

  expect(adapted).toMatchObject({
    specificationVersion: 'v3',
    provider: 'baseten.reranking',
    modelId: 'any-id',
  });
  expect(calls).toEqual([options]);
  expect(result).toMatchObject({ ranking, response, warnings: olderWarnings });
  expect(result.providerMetadata).toStrictEqual({ baseten: { requests: 1 } });
});
