import type {
  LanguageModelV4,
  LanguageModelV4Content,
  LanguageModelV4FinishReason,
  LanguageModelV4StreamPart,
  LanguageModelV4ToolResult,
  LanguageModelV4Usage,
} from '@ai-sdk/provider';
import type {
  LanguageModelV3,
  LanguageModelV3Content,
  LanguageModelV3FinishReason,
  LanguageModelV3StreamPart,
  LanguageModelV3ToolResult,
  LanguageModelV3Usage,
} from 'provider-v3';
import { convertStream } from './convert-stream';
import { copyJson, copyMetadata, copyObject } from './copy-json';
import { toCallOptionsV4 } from './to-call-options-v4';
import { toOlderContent, toOlderStreamPart } from './to-older-part';
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

function toContentV3(
  part: LanguageModelV4Content,
): LanguageModelV3Content | undefined {
  switch (part.type) {
    case 'tool-result':
      return toToolResultV3(part);
    case 'tool-approval-request':
      return { ...part, providerMetadata: copyMetadata(part.providerMetadata) };
    default:
      return toOlderContent(part);
  }
}

function toStreamPartV3(
  part: LanguageModelV4StreamPart,
): LanguageModelV3StreamPart | undefined {
  switch (part.type) {
    case 'stream-start':
      return { ...part, warnings: part.warnings.map(toWarningV3) };
    case 'finish':
      return {
        type: part.type,
        finishReason: toFinishReasonV3(part.finishReason),
        usage: toUsageV3(part.usage),
        providerMetadata: copyMetadata(part.providerMetadata),
      };
    case 'tool-result':
      return toToolResultV3(part);
    case 'tool-approval-request':
      return { ...part, providerMetadata: copyMetadata(part.providerMetadata) };
    default:
      return toOlderStreamPart(part);
  }
}

function toToolResultV3(
  part: LanguageModelV4ToolResult,
): LanguageModelV3ToolResult {
  return {
    ...part,
    result: copyJson(part.result),
    providerMetadata: copyMetadata(part.providerMetadata),
  };
}

function toFinishReasonV3({
  unified,
  raw,
}: LanguageModelV4FinishReason): LanguageModelV3FinishReason {
  return { unified: unified === 'interrupted' ? 'other' : unified, raw };
}

function toUsageV3({
  raw,
  ...usage
}: LanguageModelV4Usage): LanguageModelV3Usage {
  return { ...usage, raw: raw && copyObject(raw) };
}
