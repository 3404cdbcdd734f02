import type { LanguageModelV2 } from 'provider-v2';
import type { LanguageModelV3 } from 'provider-v3';
import { convertStream } from './convert-stream';
import { copyMetadata } from './copy-json';
import { toCallOptionsV3 } from './to-call-options-v3';
import {
  toContentV2,
  toFinishReasonV2,
  toStreamPartV2,
  toUsageV2,
} from './to-part-v2';
import { toWarningV2 } from './to-warning-v2';

/** The same model for AI SDK 5. */
export function toLanguageModelV2(model: LanguageModelV3): LanguageModelV2 {
  return {
    specificationVersion: 'v2',
    provider: model.provider,
    modelId: model.modelId,
    supportedUrls: model.supportedUrls,

    doGenerate: async options => {
      const { content, request, response, ...result } = await model.doGenerate(
        toCallOptionsV3(options),
      );

      return {
        content: content.flatMap(part => toContentV2(part) ?? []),
        finishReason: toFinishReasonV2(result.finishReason),
        usage: toUsageV2(result.usage),
        warnings: result.warnings.map(toWarningV2),
        providerMetadata: copyMetadata(result.providerMetadata),
        request,
        response,
      };
    },

    doStream: async options => {
      const { stream, ...result } = await model.doStream(
        toCallOptionsV3(options),
      );

      return { ...result, stream: convertStream(stream, toStreamPartV2) };
    },
  };
}
