import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { createFetchTimeoutError } from '../../errors/fetch-timeout';
import {
  createGaveUpError,
  createHalfCallError,
  createIncompleteError,
  type RepliedRequest,
} from '../../errors/reported-error';
import type { StreamFacts } from './assemble-parts';
import type { ErrorParts } from './error-parts';
import { convertFinishReason } from './finish-reason';
import type { ToolCallParts } from './tool-call-parts';
import { convertUsage, createReplyMetadata } from './usage';

/** What the last parts of a stream depend on. */
export interface StreamEnd {
  facts: StreamFacts;
  toolCalls: ToolCallParts;
  errors: ErrorParts;
  /** Whether the stream reached `[DONE]`. */
  isDone: boolean;
  /** The error that broke the connection, if any. */
  brokenBy: unknown;
  request: RepliedRequest;
}

/** Ends the tool calls of a stream, and emits why and how it ended. */
export function finishStream(
  emit: (part: LanguageModelV4StreamPart) => void,
  end: StreamEnd,
): void {
  const { facts, toolCalls, errors } = end;
  const finishReason = convertFinishReason(facts.finishReason, {
    hasRefusal: facts.hasRefusal,
    hasToolCalls: toolCalls.hasCalls(),
  });
  const fault = findFault(end, finishReason.unified === 'error');
  if (fault !== undefined) {
    errors.add(fault);
  }
  const nameless = toolCalls.findNameless();
  if (nameless !== undefined) {
    errors.add(nameless);
  }
  toolCalls.end(!errors.hasAny());

  emit({
    type: 'finish',
    finishReason: errors.hasAny()
      ? { unified: 'error', raw: facts.finishReason }
      : finishReason,
    usage: convertUsage(facts.usage, facts.hasReasoning),
    providerMetadata: createReplyMetadata(facts.usage, facts.logprobs),
  });
}

/** The error for an answer that is incomplete. */
function findFault(
  { facts, toolCalls, isDone, brokenBy, request }: StreamEnd,
  hasGivenUp: boolean,
): Error | undefined {
  if (facts.finishReason !== undefined) {
    return hasGivenUp
      ? createGaveUpError(facts.finishReason, request)
      : undefined;
  }
  if (!isDone) {
    return (
      createFetchTimeoutError(brokenBy, request) ??
      createIncompleteError(brokenBy, request)
    );
  }
  return toolCalls.hasHalfCall() ? createHalfCallError(request) : undefined;
}
