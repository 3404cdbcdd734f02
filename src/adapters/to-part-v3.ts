import type {
  LanguageModelV4Content,
  LanguageModelV4FinishReason,
  LanguageModelV4StreamPart,
  LanguageModelV4ToolResult,
  LanguageModelV4Usage,
} from '@ai-sdk/provider';
import type {
  LanguageModelV3Content,
  LanguageModelV3FinishReason,
  LanguageModelV3StreamPart,
  LanguageModelV3ToolResult,
  LanguageModelV3Usage,
} from 'provider-v3';
import { copyJson, copyMetadata, copyObject } from './copy-json';
import { toWarningV3 } from './to-warning-v3';

/** A part of a result; `undefined` if V3 has no place for it. */
export function toContentV3(
  part: LanguageModelV4Content,
): LanguageModelV3Content | undefined {
  switch (part.type) {
    // V3 has no place for citations.
    case 'text':
    case 'reasoning':
      return {
        type: part.type,
        text: part.text,
        providerMetadata: copyMetadata(part.providerMetadata),
      };
    default:
      return toPartV3(part);
  }
}

/** A part of a stream; `undefined` if V3 has no place for it. */
export function toStreamPartV3(
  part: LanguageModelV4StreamPart,
): LanguageModelV3StreamPart | undefined {
  switch (part.type) {
    case 'stream-start':
      return { ...part, warnings: part.warnings.map(toWarningV3) };
    case 'text-start':
    case 'text-delta':
    case 'reasoning-start':
    case 'reasoning-delta':
    case 'reasoning-end':
    case 'tool-input-start':
    case 'tool-input-delta':
    case 'tool-input-end':
      return { ...part, providerMetadata: copyMetadata(part.providerMetadata) };
    case 'text-end':
      return {
        type: part.type,
        id: part.id,
        providerMetadata: copyMetadata(part.providerMetadata),
      };
    case 'finish':
      return {
        type: part.type,
        finishReason: toFinishReasonV3(part.finishReason),
        usage: toUsageV3(part.usage),
        providerMetadata: copyMetadata(part.providerMetadata),
      };
    case 'response-metadata':
    case 'raw':
    case 'error':
      return part;
    // It only keeps the connection alive.
    case 'ping':
      return undefined;
    default:
      return toPartV3(part);
  }
}

export function toFinishReasonV3({
  unified,
  raw,
}: LanguageModelV4FinishReason): LanguageModelV3FinishReason {
  return { unified: unified === 'interrupted' ? 'other' : unified, raw };
}

export function toUsageV3({
  raw,
  ...usage
}: LanguageModelV4Usage): LanguageModelV3Usage {
  return { ...usage, raw: raw && copyObject(raw) };
}

/** A part that is the same in results and streams. */
function toPartV3(
  part: Extract<LanguageModelV4Content, LanguageModelV4StreamPart>,
) {
  switch (part.type) {
    case 'tool-call':
    case 'tool-approval-request':
    case 'source':
      return { ...part, providerMetadata: copyMetadata(part.providerMetadata) };
    case 'tool-result':
      return toToolResultV3(part);
    case 'file':
      // In V3 a file is its bytes; there is no file by URL.
      return part.data.type === 'data'
        ? {
            ...part,
            data: part.data.data,
            providerMetadata: copyMetadata(part.providerMetadata),
          }
        : undefined;
    // Among the other files it would look like a part of the answer.
    case 'reasoning-file':
    // Only the provider that made it can interpret it.
    case 'custom':
      return undefined;
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
