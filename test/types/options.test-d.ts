import type { JSONObject } from '@ai-sdk/provider';
import type { embedMany } from 'ai';
import { describe, expectTypeOf, it } from 'vitest';
import type {
  BasetenChatModelId,
  BasetenEmbeddingModelId,
  BasetenEmbeddingModelOptions,
  BasetenLanguageModelChatOptions,
  BasetenRerankingModelId,
  BasetenRerankingModelOptions,
} from '../../src';

type ProviderOptions = NonNullable<
  Parameters<typeof embedMany>[0]['providerOptions']
>;

describe('model ids', () => {
  it('suggest what is known and are open to any string', () => {
    expectTypeOf<'zai-org/GLM-5.2'>().toExtend<BasetenChatModelId>();
    expectTypeOf<string>().toExtend<BasetenChatModelId>();
    expectTypeOf<BasetenEmbeddingModelId>().toEqualTypeOf<string>();
    expectTypeOf<BasetenRerankingModelId>().toEqualTypeOf<string>();
    expectTypeOf<number>().not.toExtend<BasetenChatModelId>();
  });
});

describe('options', () => {
  it('go into providerOptions as they are', () => {
    expectTypeOf<BasetenLanguageModelChatOptions>().toExtend<JSONObject>();
    expectTypeOf<BasetenEmbeddingModelOptions>().toExtend<JSONObject>();
    expectTypeOf<BasetenRerankingModelOptions>().toExtend<JSONObject>();
    expectTypeOf<{
      baseten: BasetenEmbeddingModelOptions;
    }>().toExtend<ProviderOptions>();
  });

  it('are all optional', () => {
    ({}) satisfies BasetenLanguageModelChatOptions;
    ({}) satisfies BasetenEmbeddingModelOptions;
    ({}) satisfies BasetenRerankingModelOptions;
  });
});

describe('BasetenEmbeddingModelOptions', () => {
  it('refuses wrong types and unknown names', () => {
    // @ts-expect-error
    ({ dimensions: '256' }) satisfies BasetenEmbeddingModelOptions;
    // @ts-expect-error
    ({ encodingFormat: 'hex' }) satisfies BasetenEmbeddingModelOptions;
    // @ts-expect-error
    ({ batchsize: 64 }) satisfies BasetenEmbeddingModelOptions;
  });
});

describe('BasetenRerankingModelOptions', () => {
  it('refuses wrong types', () => {
    // @ts-expect-error
    ({ rawScores: 1 }) satisfies BasetenRerankingModelOptions;
    // @ts-expect-error
    ({ truncationDirection: 'left' }) satisfies BasetenRerankingModelOptions;
  });
});

describe('BasetenLanguageModelChatOptions', () => {
  it('refuses wrong types', () => {
    // @ts-expect-error
    ({ minP: '0.1' }) satisfies BasetenLanguageModelChatOptions;
    // @ts-expect-error
    ({ chatTemplateArgs: true }) satisfies BasetenLanguageModelChatOptions;
    // @ts-expect-error
    ({ reasoningEffort: 3 }) satisfies BasetenLanguageModelChatOptions;
  });
});
