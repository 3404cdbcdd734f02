import type { TranscriptionModelV2 } from 'provider-v2';
import type { TranscriptionModelV3 } from 'provider-v3';
import { toResultFieldsV2 } from './to-result-fields-v2';

/** The same model for AI SDK 5. */
export function toTranscriptionModelV2(
  model: TranscriptionModelV3,
): TranscriptionModelV2 {
  return {
    specificationVersion: 'v2',
    provider: model.provider,
    modelId: model.modelId,

    doGenerate: async options => {
      const result = await model.doGenerate(options);

      return { ...result, ...toResultFieldsV2(result) };
    },
  };
}
