import type { JSONValue } from '@ai-sdk/provider';
import { isJsonObject } from '../../utils/json-object';
import type { ChatReply } from '../wire/chat-reply';
import { readText } from '../wire/read-chat-reply';

/**
 * Reads content that is text or, on some servers, an array of text and thinking
 * parts.
 *
 * @throws TypeValidationError if it is neither.
 */
export function readContent(
  reply: ChatReply,
  {
    onText,
    onReasoning,
  }: Record<'onText' | 'onReasoning', (text: string) => void>,
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
