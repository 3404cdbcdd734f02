import {
  InvalidResponseDataError,
  type LanguageModelV4StreamPart,
  type SharedV4Warning,
} from '@ai-sdk/provider';
import { getErrorMessage } from '@ai-sdk/provider-utils';
import { createNetworkError, createStreamError } from '../errors/baseten-error';
import { correctUsage, unstatedFinishReason } from './complete-chat-result';
import type { StreamEnding } from './repair-chat-stream';
import { transformStream } from './transform-stream';

/** What the errors of a stream tell of its request. */
interface StreamRequest {
  url: string;
  requestBodyValues: unknown;
  responseHeaders?: Record<string, string>;
}

/**
 * Gives the parts of a stream what openai-compatible cannot know: warnings, ids
 * that are unique in the conversation, typed errors, a finish for a stream that
 * is complete without a reason, and no tool calls of one that is not.
 */
export function completeChatStream(
  parts: ReadableStream<LanguageModelV4StreamPart>,
  {
    ending,
    warnings,
    toUniqueId,
    request,
  }: {
    ending: StreamEnding;
    warnings: SharedV4Warning[];
    toUniqueId: (id: string) => string;
    request: StreamRequest;
  },
): ReadableStream<LanguageModelV4StreamPart> {
  const ids = new Map<string, string>();
  const toolCalls: LanguageModelV4StreamPart[] = [];
  let hasReasoning = false;
  let isUnstated = false;

  const toId = (id: string): string => {
    const known = ids.get(id) ?? toUniqueId(id);
    ids.set(id, known);
    return known;
  };

  return transformStream(parts, {
    readAhead: 64,
    readsAtOnce: 2,
    transform(part, emit) {
      switch (part.type) {
        case 'stream-start':
          return emit({ ...part, warnings: [...part.warnings, ...warnings] });
        case 'reasoning-start':
          hasReasoning = true;
          return emit(part);
        case 'tool-input-start':
        case 'tool-input-delta':
        case 'tool-input-end':
          return emit({ ...part, id: toId(part.id) });
        case 'tool-call':
          // They come at the end, before it is known whether all is there.
          toolCalls.push({ ...part, toolCallId: toId(part.toolCallId) });
          return;
        case 'error':
          // openai-compatible makes one of this kind: no finish reason came.
          isUnstated = InvalidResponseDataError.isInstance(part.error);
          if (isUnstated && ending.isDone) {
            return;
          }
          return emit({
            type: 'error',
            error: isUnstated
              ? incompleteError(ending, request)
              : createStreamError(part.error, request),
          });
        case 'finish': {
          const finishReason =
            isUnstated && ending.isDone
              ? unstatedFinishReason(toolCalls.length > 0)
              : part.finishReason;
          if (finishReason.unified !== 'error') {
            toolCalls.forEach(emit);
          }
          return emit({
            ...part,
            finishReason,
            usage: correctUsage(part.usage, hasReasoning),
          });
        }
        default:
          return emit(part);
      }
    },
  });
}

function incompleteError(
  { brokenBy }: StreamEnding,
  request: StreamRequest,
): Error {
  return createNetworkError({
    ...request,
    message:
      brokenBy === undefined
        ? 'The stream ended before the reply was complete: it had neither a finish reason nor [DONE].'
        : `The connection broke before the reply was complete: ${getErrorMessage(brokenBy)}`,
    cause: brokenBy,
  });
}
