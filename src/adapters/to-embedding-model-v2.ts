import { removeUndefinedEntries } from '@ai-sdk/provider-utils';
import type { EmbeddingModelV2 } from 'provider-v2';
import type { EmbeddingModelV3 } from 'provider-v3';
import { copyMetadata } from './copy-json';

/** The same model for AI SDK 5, which does not look at the warnings. */
export function toEmbeddingModelV2(
  model: EmbeddingModelV3,
): EmbeddingModelV2<string> {
  return {
    specificationVersion: 'v2',
    provider: model.provider,
    modelId: model.modelId,
    maxEmbeddingsPerCall: model.maxEmbeddingsPerCall,
    supportsParallelCalls: model.supportsParallelCalls,

    doEmbed: async ({ headers, ...options }) => {
      const result = await model.doEmbed({
        ...options,
        headers: headers && removeUndefinedEntries(headers),
      });

      return {
        ...result,
        providerMetadata: copyMetadata(result.providerMetadata),
      };
    },
  };
}
