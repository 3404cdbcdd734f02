import type { SpeechModelV4 } from '@ai-sdk/provider';
import type { SpeechModelV3 } from 'provider-v3';
import { toResultFieldsV3 } from './to-result-fields-v3';

/** The same model for AI SDK 6, which has no streams of speech. */
export function toSpeechModelV3(model: SpeechModelV4): SpeechModelV3 {
  return {
    specificationVersion: 'v3',
    provider: model.provider,
    modelId: model.modelId,

    doGenerate: async options => {
      const result = await model.doGenerate(options);

      return { ...result, ...toResultFieldsV3(result) };
    },
  };
}
