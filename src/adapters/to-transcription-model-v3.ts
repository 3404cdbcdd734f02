import type { TranscriptionModelV4 } from '@ai-sdk/provider';
import type { TranscriptionModelV3 } from 'provider-v3';
import { describeWords } from './describe-words';
import { toResultFieldsV3 } from './to-result-fields-v3';

/** The same model for AI SDK 6. */
export function toTranscriptionModelV3(
  model: TranscriptionModelV4,
): TranscriptionModelV3 {
  return {
    specificationVersion: 'v3',
    provider: model.provider,
    modelId: model.modelId,

    doGenerate: async options => {
      const { words, ...result } = await model.doGenerate(options);

      return {
        ...result,
        ...toResultFieldsV3({
          ...result,
          providerMetadata: describeWords(result.providerMetadata, words),
        }),
      };
    },
  };
}
