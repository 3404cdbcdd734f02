import type { ChatMessage, Medium, ToolCall } from '../mind/chat-request';
import { errorReply } from '../replies/error-envelopes';
import { asRecord, isRecord } from '../utils/is-record';
import { Refusal } from './refusal';

/** @throws {Refusal} */
export function parseMessages(value: unknown): ChatMessage[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw new Refusal(errorReply(400));
  }
  return value.map(parseMessage);
}

function parseMessage(value: unknown): ChatMessage {
  if (!isRecord(value)) throw new Refusal(errorReply(400));
  const { role, content, tool_calls: calls, tool_call_id: id } = value;
  if (
    // `developer` is not among them: a gateway refused it.
    role !== 'system' &&
    role !== 'user' &&
    role !== 'assistant' &&
    role !== 'tool'
  ) {
    throw new Refusal(errorReply(400));
  }
  const parts = typeof content === 'string' ? [content] : (content ?? []);
  if (!Array.isArray(parts)) throw new Refusal(errorReply(400));
  return {
    role,
    text: parts.map(partText).join(''),
    media: parts.flatMap(partMedia),
    toolCalls: Array.isArray(calls) ? calls.map(parseToolCall) : [],
    ...(typeof id === 'string' && { toolCallId: id }),
  };
}

function partText(part: unknown): string {
  if (typeof part === 'string') return part;
  const { text } = asRecord(part);
  return typeof text === 'string' ? text : '';
}

/** The documentation has `audio_url`, the specification `input_audio`. */
function partMedia(part: unknown): Medium[] {
  if (typeof part === 'string') return [];
  const { type, ...fields } = asRecord(part);
  switch (type) {
    case 'text':
      if (typeof fields.text !== 'string') throw new Refusal(errorReply(400));
      return [];
    case 'image_url':
      return [{ kind: 'image', url: urlOf(fields.image_url) }];
    case 'video_url':
      return [{ kind: 'video', url: urlOf(fields.video_url) }];
    case 'audio_url':
      return [{ kind: 'audio', url: urlOf(fields.audio_url) }];
    case 'input_audio':
      return [{ kind: 'audio', url: inlineAudio(fields.input_audio) }];
    default:
      throw new Refusal(errorReply(400));
  }
}

function urlOf(value: unknown): string {
  const { url } = asRecord(value);
  if (typeof url !== 'string') throw new Refusal(errorReply(400));
  return url;
}

function inlineAudio(value: unknown): string {
  const { data, format } = asRecord(value);
  if (typeof data !== 'string' || (format !== 'wav' && format !== 'mp3')) {
    throw new Refusal(errorReply(400));
  }
  return `data:audio/${format};base64,${data}`;
}

function parseToolCall(value: unknown): ToolCall {
  const { id, function: called } = asRecord(value);
  const { name, arguments: input } = asRecord(called);
  if (
    typeof id !== 'string' ||
    typeof name !== 'string' ||
    typeof input !== 'string'
  ) {
    throw new Refusal(errorReply(400));
  }
  return { id, name, arguments: input };
}
