import type {
  Experimental_DecisionModelV4 as DecisionModelV4,
  EmbeddingModelV4,
  LanguageModelV4,
  ProviderV4,
  RerankingModelV4,
  Experimental_StreamingSpeechModelV4 as StreamingSpeechModelV4,
  TranscriptionModelV4,
} from '@ai-sdk/provider';
import type {
  experimental_decide as decide,
  embedMany,
  generateSpeech,
  generateText,
  rerank,
  experimental_streamSpeech as streamSpeech,
  transcribe,
} from 'ai';
import { describe, expectTypeOf, it } from 'vitest';
import {
  type BasetenAvailableModels,
  type BasetenProvider,
  baseten,
  createBaseten,
  VERSION,
} from '../../src';

describe('createBaseten', () => {
  it('gives a provider that lists models', () => {
    expectTypeOf(baseten.getAvailableModels).parameters.toEqualTypeOf<[]>();
    expectTypeOf(
      baseten.getAvailableModels,
    ).returns.resolves.toEqualTypeOf<BasetenAvailableModels>();
  });

  it('takes optional settings and gives a provider', () => {
    expectTypeOf(createBaseten).returns.toEqualTypeOf<BasetenProvider>();
    expectTypeOf(createBaseten).toBeCallableWith();
    expectTypeOf(createBaseten).toBeCallableWith({});
    expectTypeOf(baseten).toEqualTypeOf<BasetenProvider>();
    expectTypeOf(VERSION).toEqualTypeOf<string>();
  });
});

describe('BasetenProvider', () => {
  it('is a provider of specification V4', () => {
    expectTypeOf<BasetenProvider>().toExtend<ProviderV4>();
    expectTypeOf<
      BasetenProvider['specificationVersion']
    >().toEqualTypeOf<'v4'>();
  });

  it('gives chat models, with and without an id', () => {
    expectTypeOf(baseten).toBeCallableWith();
    expectTypeOf(baseten).toBeCallableWith('zai-org/GLM-5.2');
    expectTypeOf(baseten).toBeCallableWith('some/other-model');
    expectTypeOf(baseten).returns.toEqualTypeOf<LanguageModelV4>();
    expectTypeOf(baseten.chatModel).returns.toEqualTypeOf<LanguageModelV4>();
    expectTypeOf(
      baseten.languageModel,
    ).returns.toEqualTypeOf<LanguageModelV4>();
  });

  it('gives embedding models, with and without an id', () => {
    expectTypeOf(baseten.embeddingModel).toBeCallableWith();
    expectTypeOf(
      baseten.embeddingModel,
    ).returns.toEqualTypeOf<EmbeddingModelV4>();
    expectTypeOf(baseten.embedding).returns.toEqualTypeOf<EmbeddingModelV4>();
    expectTypeOf(
      baseten.textEmbeddingModel,
    ).returns.toEqualTypeOf<EmbeddingModelV4>();
  });

  it('gives decision models, with and without an id', () => {
    expectTypeOf(baseten.decisionModel).toBeCallableWith();
    expectTypeOf(baseten.decisionModel).toBeCallableWith('served-name');
    expectTypeOf(
      baseten.decisionModel,
    ).returns.toEqualTypeOf<DecisionModelV4>();
    expectTypeOf(baseten.decisionModel()).toExtend<
      Parameters<typeof decide>[0]['model']
    >();
  });

  it('gives transcription and speech models, with and without an id', () => {
    expectTypeOf(baseten.transcription).toBeCallableWith();
    expectTypeOf(
      baseten.transcriptionModel,
    ).returns.toEqualTypeOf<TranscriptionModelV4>();
    expectTypeOf(baseten.transcriptionModel()).toExtend<
      Parameters<typeof transcribe>[0]['model']
    >();
    expectTypeOf(baseten.speech).toBeCallableWith('served-name');
    expectTypeOf(
      baseten.speechModel,
    ).returns.toEqualTypeOf<StreamingSpeechModelV4>();
    expectTypeOf(baseten.speechModel()).toExtend<
      Parameters<typeof generateSpeech>[0]['model']
    >();
    expectTypeOf(baseten.speechModel()).toExtend<
      Parameters<typeof streamSpeech>[0]['model']
    >();
  });

  it('gives reranking models, with and without an id', () => {
    expectTypeOf(baseten.reranking).toBeCallableWith();
    expectTypeOf(
      baseten.rerankingModel,
    ).returns.toEqualTypeOf<RerankingModelV4>();
    expectTypeOf(baseten.reranking).returns.toEqualTypeOf<RerankingModelV4>();
  });

  it('has no image models', () => {
    expectTypeOf(baseten.imageModel).returns.toEqualTypeOf<never>();
    // @ts-expect-error An image model is asked for by id.
    baseten.imageModel();
  });

  it('refuses ids that are no strings', () => {
    // @ts-expect-error
    baseten(17);
    // @ts-expect-error
    baseten.embeddingModel({ modelId: 'a' });
    // @ts-expect-error
    baseten.reranking(null);
  });
});

describe('the models', () => {
  it('are accepted by the AI SDK', () => {
    expectTypeOf(baseten()).toExtend<
      Parameters<typeof generateText>[0]['model']
    >();
    expectTypeOf(baseten.embeddingModel()).toExtend<
      Parameters<typeof embedMany>[0]['model']
    >();
    expectTypeOf(baseten.rerankingModel()).toExtend<
      Parameters<typeof rerank>[0]['model']
    >();
  });

  it('are not accepted where another kind is wanted', () => {
    expectTypeOf(baseten()).not.toExtend<
      Parameters<typeof embedMany>[0]['model']
    >();
    expectTypeOf(baseten.embeddingModel()).not.toExtend<
      Parameters<typeof rerank>[0]['model']
    >();
  });
});
