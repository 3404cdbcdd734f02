import type { TranscriptionModelV4 } from '@ai-sdk/provider';
import type { TranscriptionModelV3 } from 'provider-v3';
import { copyMetadata } from './copy-json';
import { describeWords } from './describe-words';
import { toWarningV3 } from './to-warning-v3';

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
        warnings: result.warnings.map(toWarningV3),
        providerMetadata: copyMetadata(
          describeWords(result.providerMetadata, words),
        ),
      };
    },
  };
}
