import type { SpeechModelV2 } from 'provider-v2';
import type { SpeechModelV3 } from 'provider-v3';
import { toResultFieldsV2 } from './to-result-fields-v2';

/** The same model for AI SDK 5, which has no streams of speech. */
export function toSpeechModelV2(model: SpeechModelV3): SpeechModelV2 {
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
