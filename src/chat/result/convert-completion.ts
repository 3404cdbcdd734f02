import type {
  JSONObject,
  LanguageModelV4Content,
  LanguageModelV4GenerateResult,
} from '@ai-sdk/provider';
import { generateId } from '@ai-sdk/provider-utils';
import {
  createGaveUpError,
  createReportedError,
  type RepliedRequest,
} from '../../errors/reported-error';
import { isJsonObject } from '../../utils/json-object';
import { converter } from '../request/converter';
import type { ChatReply } from '../wire/chat-reply';
import { readChatReply } from '../wire/read-chat-reply';
import { convertFinishReason } from './finish-reason';
import { readExtension, readId } from './tool-call-delta';
import { cleanToolName, type ToolNames } from './tool-names';
import { convertUsage, createReplyMetadata, readLogprobs } from './usage';

/**
 * Converts a whole reply by openai-compatible, with the same repairs and
 * completions as a stream.
 *
 * @throws APICallError if the reply is an error, or the server gave up.
 * @throws TypeValidationError if a field has a wrong type.
 * @throws InvalidResponseDataError if there is no choice.
 */
export async function convertCompletion(
  json: JSONObject,
  {
    choiceIndex,
    request,
    toUniqueId,
    tools,
  }: {
    choiceIndex: number | undefined;
    request: RepliedRequest;
    toUniqueId: (id: string) => string;
    tools: ToolNames;
  },
): Promise<LanguageModelV4GenerateResult> {
  const reply = readChatReply(json, choiceIndex);
  if (reply.error !== undefined) {
    throw createReportedError(JSON.stringify(reply.error), request);
  }
  const { choice, message, usage } = reply;
  const calls = toolCallsOf(message);
  const result = await converter().convertResponse({
    body: toOpenAI(reply, calls),
  });

  let next = 0;
  const content = result.content.map((part): LanguageModelV4Content => {
    if (part.type !== 'tool-call') {
      return part;
    }
    const call = calls[next] ?? {};
    next += 1;
    const extension = readExtension(call);
    return {
      type: 'tool-call',
      toolCallId: toUniqueId(readId(call) ?? generateId()),
      toolName: cleanToolName(part.toolName, tools),
      input: part.input.trim() === '' ? '{}' : part.input,
      ...(extension && { providerMetadata: { baseten: extension } }),
    };
  });

  const has = (type: LanguageModelV4Content['type']) =>
    content.some(part => part.type === type);
  const finishReason = convertFinishReason(result.finishReason.raw, {
    hasRefusal: typeof message.refusal === 'string' && message.refusal !== '',
    hasToolCalls: has('tool-call'),
  });
  if (finishReason.unified === 'error') {
    throw createGaveUpError(String(finishReason.raw), request);
  }
  return {
    ...result,
    content,
    finishReason,
    usage: convertUsage(usage, has('reasoning')),
    providerMetadata: createReplyMetadata(usage, readLogprobs(choice)),
  };
}

function toolCallsOf({ tool_calls: calls }: JSONObject): JSONObject[] {
  return Array.isArray(calls) ? calls.filter(isJsonObject) : [];
}

/** The reply in the form that openai-compatible reads. */
function toOpenAI(
  { json, choice, message }: ChatReply,
  calls: readonly JSONObject[],
): JSONObject {
  const { id, model, created } = json;
  const { content, reasoning_content, refusal } = message;
  return {
    id,
    model,
    created,
    choices:
      choice.message === undefined && Object.keys(message).length === 0
        ? []
        : [
            {
              message: {
                content,
                reasoning_content,
                refusal,
                tool_calls: [...calls],
              },
              finish_reason: choice.finish_reason,
            },
          ],
  };
}
