import type { ProviderV2 } from 'provider-v2';
import type { ProviderV3 } from 'provider-v3';
import { describe, expect, expectTypeOf, it } from 'vitest';
import * as main from '../../src';
import * as five from '../../src/ai-sdk-5';
import * as six from '../../src/ai-sdk-6';

const deployment = { modelURL: 'https://model-abc.api.baseten.co/sync/v1' };

describe.each([
  { entry: 'ai-sdk-6', exports: six, version: 'v3' },
  { entry: 'ai-sdk-5', exports: five, version: 'v2' },
])('the entry $entry', ({ exports, version }) => {
  const { baseten, createBaseten } = exports;

  it('exports the names of the main entry', () => {
    expect(Object.keys(exports).sort()).toEqual(Object.keys(main).sort());
    expect(exports.VERSION).toBe(main.VERSION);
  });

  it('gives the same chat model by each of its names', () => {
    for (const model of [
      baseten('any-id'),
      baseten.chatModel('any-id'),
      baseten.languageModel('any-id'),
    ]) {
      expect(model).toMatchObject({
        specificationVersion: version,
        provider: 'baseten.chat',
        modelId: 'any-id',
        supportedUrls: main.baseten('any-id').supportedUrls,
      });
    }
  });

  it('has the default ids of the main entry', () => {
    expect(baseten().modelId).toBe(main.baseten().modelId);
    expect(createBaseten(deployment)().modelId).toBe(
      main.createBaseten(deployment)().modelId,
    );
  });

  it('gives the same embedding model by each of its names', () => {
    const provider = createBaseten(deployment);

    for (const model of [
      provider.textEmbeddingModel(),
      provider.embeddingModel(),
      provider.embedding(),
    ]) {
      expect(model).toMatchObject({
        specificationVersion: version,
        provider: 'baseten.embedding',
        modelId: main.createBaseten(deployment).embeddingModel().modelId,
      });
    }
  });

  it('refuses what the main entry refuses, in its words', () => {
    expect(() => baseten.textEmbeddingModel()).toThrow(
      'No model URL provided for embeddings.',
    );
    expect(() => createBaseten({ modelURL: 'nowhere' })()).toThrow(
      'Expected modelURL to be an absolute http(s) URL',
    );
    expect(() => baseten.imageModel('any')).toThrow('No such imageModel: any');
  });
});

it('the entry ai-sdk-6 gives reranking models', () => {
  const provider = six.createBaseten(deployment);

  for (const model of [provider.rerankingModel(), provider.reranking()]) {
    expect(model).toMatchObject({
      specificationVersion: 'v3',
      provider: 'baseten.reranking',
      modelId: main.createBaseten(deployment).rerankingModel().modelId,
    });
  }
});

it('the entry ai-sdk-5 has no reranking', () => {
  expect(five.baseten).not.toHaveProperty('rerankingModel');
  expectTypeOf(five.baseten).not.toHaveProperty('rerankingModel');
});

it('the providers are what each AI SDK calls a provider', () => {
  expect(six.baseten.specificationVersion).toBe('v3');
  expectTypeOf(six.baseten).toExtend<ProviderV3>();
  expectTypeOf(five.baseten).toExtend<ProviderV2>();
});
