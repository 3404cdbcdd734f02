import type { TranscriptionModelV2 } from 'provider-v2';
import type { TranscriptionModelV3 } from 'provider-v3';
import { copyMetadata } from './copy-json';
import { toCallWarningV2 } from './to-call-warning-v2';

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

      return {
        ...result,
        warnings: result.warnings.map(toCallWarningV2),
        providerMetadata: copyMetadata(result.providerMetadata),
      };
    },
  };
}
