import type {
  LanguageModelV4,
  LanguageModelV4Content,
  LanguageModelV4FinishReason,
  LanguageModelV4StreamPart,
  LanguageModelV4ToolResult,
  LanguageModelV4Usage,
  SharedV4Warning,
} from '@ai-sdk/provider';
import type {
  LanguageModelV2,
  LanguageModelV2CallWarning,
  LanguageModelV2Content,
  LanguageModelV2FinishReason,
  LanguageModelV2StreamPart,
  LanguageModelV2Usage,
} from 'provider-v2';
import { convertStream } from './convert-stream';
import { copyMetadata } from './copy-json';
import { toCallOptionsV4 } from './to-call-options-v4';
import { toOlderContent, toOlderStreamPart } from './to-older-part';

/** The same model for AI SDK 5. */
export function toLanguageModelV2(model: LanguageModelV4): LanguageModelV2 {
  return {
    specificationVersion: 'v2',
    provider: model.provider,
    modelId: model.modelId,
    supportedUrls: model.supportedUrls,

    doGenerate: async options => {
      const { content, request, response, ...result } = await model.doGenerate(
        toCallOptionsV4(options),
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
        toCallOptionsV4(options),
      );

      return { ...result, stream: convertStream(stream, toStreamPartV2) };
    },
  };
}

function toContentV2(
  part: LanguageModelV4Content,
): LanguageModelV2Content | undefined {
  switch (part.type) {
    case 'tool-result':
      return toToolResultV2(part);
    // AI SDK 5 knows no approvals.
    case 'tool-approval-request':
      return undefined;
    default:
      return toOlderContent(part);
  }
}

function toStreamPartV2(
  part: LanguageModelV4StreamPart,
): LanguageModelV2StreamPart | undefined {
  switch (part.type) {
    case 'stream-start':
      return { ...part, warnings: part.warnings.map(toWarningV2) };
    case 'finish':
      return {
        type: part.type,
        finishReason: toFinishReasonV2(part.finishReason),
        usage: toUsageV2(part.usage),
        providerMetadata: copyMetadata(part.providerMetadata),
      };
    case 'tool-result':
      return toToolResultV2(part);
    case 'tool-approval-request':
      return undefined;
    default:
      return toOlderStreamPart(part);
  }
}

function toToolResultV2({ preliminary, ...part }: LanguageModelV4ToolResult) {
  // AI SDK 5 would take each of them for the last one.
  return preliminary
    ? undefined
    : {
        ...part,
        // A model gives no other results; here that is said by a flag.
        providerExecuted: true,
        providerMetadata: copyMetadata(part.providerMetadata),
      };
}

function toFinishReasonV2({
  unified,
  raw,
}: LanguageModelV4FinishReason): LanguageModelV2FinishReason {
  if (unified !== 'other' && unified !== 'interrupted') {
    return unified;
  }
  return raw == null ? 'unknown' : 'other';
}

function toUsageV2({
  inputTokens: input,
  outputTokens: output,
}: LanguageModelV4Usage): LanguageModelV2Usage {
  return {
    inputTokens: input.total,
    outputTokens: output.total,
    totalTokens:
      input.total == null || output.total == null
        ? undefined
        : input.total + output.total,
    reasoningTokens: output.reasoning,
    cachedInputTokens: input.cacheRead,
  };
}

function toWarningV2(warning: SharedV4Warning): LanguageModelV2CallWarning {
  switch (warning.type) {
    case 'unsupported':
      return {
        type: 'unsupported-setting',
        setting: warning.feature,
        details: warning.details,
      };
    case 'compatibility':
      return {
        type: 'other',
        message: [warning.feature, warning.details].filter(Boolean).join(': '),
      };
    case 'deprecated':
      return {
        type: 'other',
        message: `${warning.setting}: ${warning.message}`,
      };
    case 'other':
      return warning;
  }
}
