import type { JSONObject, JSONValue } from '@ai-sdk/provider';
import { invalidField } from '../../errors/invalid-reply';
import { isJsonObject } from '../../utils/json-object';
import { readText } from '../wire/read-chat-reply';
import { readToolCallDelta, type ToolCallDelta } from './tool-call-delta';

/** What takes the pieces of a message. None of them is empty. */
export interface MessageReader {
  onReasoning(text: string): void;
  onText(text: string): void;
  onRefusal(text: string): void;
  onToolCalls(calls: readonly ToolCallDelta[]): void;
}

/**
 * Reads the message of a whole reply or the delta of a chunk, in the order of
 * openai-compatible.
 *
 * @throws TypeValidationError if a field has a wrong type.
 */
export function readMessage(message: JSONObject, reader: MessageReader): void {
  const { reasoning_content, content, refusal, tool_calls: calls } = message;
  const reasoning = readText('reasoning_content', reasoning_content);
  if (reasoning !== '') {
    reader.onReasoning(reasoning);
  }
  readContent(content, reader);
  // Some servers send `false` where there is no refusal.
  if (typeof refusal === 'string' && refusal !== '') {
    reader.onRefusal(refusal);
  }
  if (!calls) {
    return;
  }
  if (!Array.isArray(calls)) {
    throw invalidField('tool_calls', 'an array', calls);
  }
  const deltas = calls.filter(call => call !== null).map(readToolCallDelta);
  if (deltas.length > 0) {
    reader.onToolCalls(deltas);
  }
}

/** Content is text or, on some servers, an array of text and thinking parts. */
function readContent(
  content: JSONValue | undefined,
  { onText, onReasoning }: MessageReader,
): void {
  if (!Array.isArray(content)) {
    const text = readText('content', content);
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
    if (isJsonObject(part) && part.type === 'thinking') {
      const thought = thoughtOf(part);
      if (thought !== '') {
        onReasoning(thought);
      }
    }
  }
}

function thoughtOf({ thinking }: JSONObject): string {
  return Array.isArray(thinking)
    ? thinking.map(textOf).join('')
    : readText('content[].thinking', thinking);
}

/** The text of a part; empty if it has another type than `text`. */
function textOf(part: JSONValue): string {
  if (part === null || typeof part === 'string') {
    return part ?? '';
  }
  if (!isJsonObject(part) || typeof part.type !== 'string') {
    throw invalidField('content[]', 'a part with a type', part);
  }
  return part.type === 'text' ? readText('content[].text', part.text) : '';
}
