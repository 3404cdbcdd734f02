import type { RerankingModelV4 } from '@ai-sdk/provider';
import type { RerankingModelV3 } from 'provider-v3';
import { toResultFieldsV3 } from './to-result-fields-v3';

/** The same model for AI SDK 6. */
export function toRerankingModelV3(model: RerankingModelV4): RerankingModelV3 {
  return {
    specificationVersion: 'v3',
    provider: model.provider,
    modelId: model.modelId,

    doRerank: async options => {
      const result = await model.doRerank(options);

      return { ...result, ...toResultFieldsV3(result) };
    },
  };
}
