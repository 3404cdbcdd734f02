import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { LanguageModelV3 } from 'provider-v3';
import { convertStream } from './convert-stream';
import { copyMetadata } from './copy-json';
import { toCallOptionsV4 } from './to-call-options-v4';
import {
  toContentV3,
  toFinishReasonV3,
  toStreamPartV3,
  toUsageV3,
} from './to-part-v3';
import { toWarningV3 } from './to-warning-v3';

/** The same model for AI SDK 6. */
export function toLanguageModelV3(model: LanguageModelV4): LanguageModelV3 {
  return {
    specificationVersion: 'v3',
    provider: model.provider,
    modelId: model.modelId,
    supportedUrls: model.supportedUrls,

    doGenerate: async options => {
      const { content, request, response, ...result } = await model.doGenerate(
        toCallOptionsV4(options),
      );

      return {
        content: content.flatMap(part => toContentV3(part) ?? []),
        finishReason: toFinishReasonV3(result.finishReason),
        usage: toUsageV3(result.usage),
        warnings: result.warnings.map(toWarningV3),
        providerMetadata: copyMetadata(result.providerMetadata),
        request,
        response,
      };
    },

    doStream: async options => {
      const { stream, ...result } = await model.doStream(
        toCallOptionsV4(options),
      );

      return { ...result, stream: convertStream(stream, toStreamPartV3) };
    },
  };
}
