import type { JSONValue } from '@ai-sdk/provider';
import { isJsonObject } from '../../utils/json-object';
import type { ChatReply } from '../wire/chat-reply';
import { invalidType, readText } from '../wire/read-chat-reply';

/** What takes the pieces of a message. No text that is passed to it is empty. */
export interface MessageReader {
  onReasoning(text: string): void;
  onText(text: string): void;
  onRefusal(text: string): void;
  onToolCalls(calls: readonly JSONValue[], reply: ChatReply): void;
}

/**
 * Reads the message of a whole reply or the delta of a chunk, in the order of
 * openai-compatible.
 *
 * @throws TypeValidationError if a field has a wrong type.
 */
export function readMessage(reply: ChatReply, reader: MessageReader): void {
  const { reasoning_content, refusal, tool_calls: calls } = reply.message;
  const reasoning = readText(reply, 'reasoning_content', reasoning_content);
  if (reasoning !== '') {
    reader.onReasoning(reasoning);
  }
  readContent(reply, reader);
  // Some servers send `false` where there is no refusal.
  if (typeof refusal === 'string' && refusal !== '') {
    reader.onRefusal(refusal);
  }
  if (calls == null) {
    return;
  }
  if (!Array.isArray(calls)) {
    throw invalidType(reply.json, 'tool_calls', 'a list', calls);
  }
  if (calls.length > 0) {
    reader.onToolCalls(calls, reply);
  }
}

/** Content is text or, on some servers, an array of text and thinking parts. */
function readContent(
  reply: ChatReply,
  { onText, onReasoning }: MessageReader,
): void {
  const { content } = reply.message;
  if (!Array.isArray(content)) {
    const text = readText(reply, 'content', content);
    if (text !== '') {
      onText(text);
    }
    return;
  }
  for (const part of content) {
    const text = textOf(part);
    if (text !== '') {
      onText(text);
    }
    const thinking =
      isJsonObject(part) && part.type === 'thinking' && part.thinking;
    const thought = Array.isArray(thinking)
      ? thinking.map(textOf).join('')
      : '';
    if (thought !== '') {
      onReasoning(thought);
    }
  }
}

/** The text of a part of type `text`. */
function textOf(part: JSONValue | undefined): string {
  return isJsonObject(part) &&
    part.type === 'text' &&
    typeof part.text === 'string'
    ? part.text
    : '';
}
