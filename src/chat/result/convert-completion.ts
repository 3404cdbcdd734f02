import type {
  JSONObject,
  LanguageModelV4Content,
  LanguageModelV4GenerateResult,
} from '@ai-sdk/provider';
import { generateId, isParsableJson } from '@ai-sdk/provider-utils';
import {
  createNamelessError,
  describe,
  invalidReply,
} from '../../errors/invalid-reply';
import {
  createGaveUpError,
  createHalfCallError,
  createReportedError,
  type RepliedRequest,
} from '../../errors/reported-error';
import { isJsonObject } from '../../utils/json-object';
import { readChatReply, readText } from '../wire/read-chat-reply';
import { convertFinishReason } from './finish-reason';
import { readMessage } from './read-message';
import { readResponseMetadata } from './response-metadata';
import type { ToolCallDelta } from './tool-call-delta';
import { cleanToolName, type ToolNames } from './tool-names';
import { convertUsage, createReplyMetadata, readLogprobs } from './usage';

interface ToolCallOptions {
  toUniqueId: (id: string) => string;
  tools: ToolNames;
}

/**
 * Converts a whole reply, with the repairs and completions of a stream.
 *
 * @throws APICallError if the reply is an error, the server gave up, or a call is
 * cut off.
 * @throws TypeValidationError if a field has a wrong type.
 * @throws InvalidResponseDataError if there is no message, or a call has no name.
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
  if (!isJsonObject(choice.message ?? choice.delta)) {
    throw invalidReply(
      'a choice with a message',
      choice.message === undefined ? 'none' : describe(choice.message),
    );
  }
  const content: LanguageModelV4Content[] = [];
  let calls: readonly ToolCallDelta[] = [];
  let hasReasoning = false;
  let hasRefusal = false;
  readMessage(message, {
    onReasoning: text => {
      hasReasoning = true;
      content.push({ type: 'reasoning', text });
    },
    onText: text => content.push({ type: 'text', text }),
    onRefusal: text => {
      hasRefusal = true;
      content.push({ type: 'text', text });
    },
    onToolCalls: found => {
      calls = found.filter(isCall);
    },
  });

  const raw = readText('finish_reason', choice.finish_reason) || undefined;
  const finishReason = convertFinishReason(raw, {
    hasRefusal,
    hasToolCalls: calls.length > 0,
  });
  if (finishReason.unified === 'error') {
    throw createGaveUpError(String(raw), request);
  }
  if (raw === undefined && calls.some(isCut)) {
    throw createHalfCallError(request);
  }
  for (const call of calls) {
    content.push(toToolCall(call, options));
  }
  return {
    content,
    finishReason,
    usage: convertUsage(usage, hasReasoning),
    providerMetadata: createReplyMetadata(usage, readLogprobs(choice)),
    response: readResponseMetadata(json),
  };
}

/** Whether a call consists of more than an id. */
function isCall({ name, piece, extension }: ToolCallDelta): boolean {
  return name !== '' || piece.trim() !== '' || extension !== undefined;
}

function isCut({ piece }: ToolCallDelta): boolean {
  return piece.trim() !== '' && !isParsableJson(piece);
}

function toToolCall(
  { id, name, piece, extension }: ToolCallDelta,
  { toUniqueId, tools }: ToolCallOptions,
): LanguageModelV4Content {
  if (name === '') {
    throw createNamelessError(extension ?? piece);
  }
  return {
    type: 'tool-call',
    toolCallId: toUniqueId(id ?? generateId()),
    toolName: cleanToolName(name, tools),
    input: piece.trim() === '' ? '{}' : piece,
    ...(extension && { providerMetadata: { baseten: extension } }),
  };
}
