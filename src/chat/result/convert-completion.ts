import type {
  JSONObject,
  JSONValue,
  LanguageModelV4Content,
  LanguageModelV4GenerateResult,
} from '@ai-sdk/provider';
import { generateId } from '@ai-sdk/provider-utils';
import { createNamelessError, invalidReply } from '../../errors/invalid-reply';
import {
  createGaveUpError,
  createReportedError,
  type RepliedRequest,
} from '../../errors/reported-error';
import type { ChatReply } from '../wire/chat-reply';
import { readChatReply, readText } from '../wire/read-chat-reply';
import { convertFinishReason } from './finish-reason';
import { readMessage } from './read-message';
import { readResponseMetadata } from './response-metadata';
import { readToolCallDelta } from './tool-call-delta';
import { cleanToolName, type ToolNames } from './tool-names';
import { convertUsage, createReplyMetadata, readLogprobs } from './usage';

interface ToolCallOptions {
  toUniqueId: (id: string) => string;
  tools: ToolNames;
}

/**
 * Converts a whole reply, with the same repairs and completions as a stream.
 *
 * @throws APICallError if the reply is an error, or the server gave up.
 * @throws TypeValidationError if a field has a wrong type.
 * @throws InvalidResponseDataError if there is no choice, or a call has no name.
 */
export function convertCompletion(
  json: JSONObject,
  {
    choiceIndex,
    request,
    ...options
  }: ToolCallOptions & {
    choiceIndex: number | undefined;
    request: RepliedRequest;
  },
): Omit<LanguageModelV4GenerateResult, 'warnings'> {
  const reply = readChatReply(json, choiceIndex);
  if (reply.error !== undefined) {
    throw createReportedError(JSON.stringify(reply.error), request);
  }
  const { choice, message, usage } = reply;
  if (choice.message === undefined && Object.keys(message).length === 0) {
    throw invalidReply('a choice with a message', 'none');
  }
  const content: LanguageModelV4Content[] = [];
  let hasRefusal = false;
  readMessage(reply, {
    onReasoning: text => content.push({ type: 'reasoning', text }),
    onText: text => content.push({ type: 'text', text }),
    onRefusal: text => {
      hasRefusal = true;
      content.push({ type: 'text', text });
    },
    onToolCalls: calls =>
      content.push(...calls.flatMap(call => toToolCall(reply, call, options))),
  });
  const has = (type: LanguageModelV4Content['type']) =>
    content.some(part => part.type === type);
  const raw = readText(reply, 'finish_reason', choice.finish_reason);
  const finishReason = convertFinishReason(raw === '' ? undefined : raw, {
    hasRefusal,
    hasToolCalls: has('tool-call'),
  });
  if (finishReason.unified === 'error') {
    throw createGaveUpError(raw, request);
  }
  return {
    content,
    finishReason,
    usage: convertUsage(usage, has('reasoning')),
    providerMetadata: createReplyMetadata(usage, readLogprobs(choice)),
    response: readResponseMetadata(json),
  };
}

/** A tool call; none if it consists of no more than an id. */
function toToolCall(
  reply: ChatReply,
  value: JSONValue,
  { toUniqueId, tools }: ToolCallOptions,
): LanguageModelV4Content[] {
  const { id, name, piece, extension } = readToolCallDelta(reply, value);
  const hasInput = piece.trim() !== '';
  if (name === '') {
    if (hasInput) {
      throw createNamelessError(piece);
    }
    return [];
  }
  return [
    {
      type: 'tool-call',
      toolCallId: toUniqueId(id ?? generateId()),
      toolName: cleanToolName(name, tools),
      input: hasInput ? piece : '{}',
      ...(extension && { providerMetadata: { baseten: extension } }),
    },
  ];
}
