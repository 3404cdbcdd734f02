import type {
  LanguageModelV2Content,
  LanguageModelV2FinishReason,
  LanguageModelV2StreamPart,
  LanguageModelV2Usage,
} from 'provider-v2';
import type {
  LanguageModelV3Content,
  LanguageModelV3FinishReason,
  LanguageModelV3StreamPart,
  LanguageModelV3ToolResult,
  LanguageModelV3Usage,
  SharedV3ProviderMetadata,
} from 'provider-v3';
import { copyMetadata } from './copy-json';
import { toWarningV2 } from './to-warning-v2';

/** A part of a result; `undefined` if V2 has no place for it. */
export function toContentV2(
  part: LanguageModelV3Content,
): LanguageModelV2Content | undefined {
  switch (part.type) {
    case 'tool-result':
      return toToolResultV2(part);
    // AI SDK 5 has no approvals.
    case 'tool-approval-request':
      return undefined;
    default:
      return withMetadataV2(part);
  }
}

/** A part of a stream; `undefined` if V2 has no place for it. */
export function toStreamPartV2(
  part: LanguageModelV3StreamPart,
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
    case 'response-metadata':
    case 'raw':
    case 'error':
      return part;
    default:
      return withMetadataV2(part);
  }
}

export function toFinishReasonV2({
  unified,
  raw,
}: LanguageModelV3FinishReason): LanguageModelV2FinishReason {
  return unified === 'other' && raw == null ? 'unknown' : unified;
}

export function toUsageV2({
  inputTokens: input,
  outputTokens: output,
}: LanguageModelV3Usage): LanguageModelV2Usage {
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

/** V2 has no `undefined` in metadata. */
function withMetadataV2<
  PART extends { providerMetadata?: SharedV3ProviderMetadata },
>(part: PART) {
  return { ...part, providerMetadata: copyMetadata(part.providerMetadata) };
}

function toToolResultV2({ preliminary, ...part }: LanguageModelV3ToolResult) {
  // AI SDK 5 would treat each preliminary result as the final one.
  return preliminary
    ? undefined
    : {
        ...part,
        // The only results that a model gives; V2 says so by a flag.
        providerExecuted: true,
        providerMetadata: copyMetadata(part.providerMetadata),
      };
}
