import type { EmbeddingModelV4 } from '@ai-sdk/provider';
import type { EmbeddingModelV3 } from 'provider-v3';
import { toResultFieldsV3 } from './to-result-fields-v3';

/** The same model for AI SDK 6. */
export function toEmbeddingModelV3(model: EmbeddingModelV4): EmbeddingModelV3 {
  return {
    specificationVersion: 'v3',
    provider: model.provider,
    modelId: model.modelId,
    maxEmbeddingsPerCall: model.maxEmbeddingsPerCall,
    supportsParallelCalls: model.supportsParallelCalls,

    doEmbed: async options => {
      const result = await model.doEmbed(options);

      return { ...result, ...toResultFieldsV3(result) };
    },
  };
}
