import type { JSONObject, JSONValue } from '@ai-sdk/provider';
import { asJsonObject, isJsonObject } from '../../utils/json-object';
import type { ChatReply } from '../wire/chat-reply';
import { invalidType, readText } from '../wire/read-chat-reply';

/** One delta of a tool call. */
export interface ToolCallDelta {
  readonly index: number | undefined;
  /** `undefined` if it has none that identifies a call. */
  readonly id: string | undefined;
  /** Empty if it has none. */
  readonly name: string;
  /** A piece of the arguments; may be empty. */
  readonly piece: string;
  /** Fields beyond OpenAI's. */
  readonly extension: JSONObject | undefined;
}

/** @throws TypeValidationError if a field has a wrong type. */
export function readToolCallDelta(
  chunk: ChatReply,
  delta: JSONValue,
): ToolCallDelta {
  if (!isJsonObject(delta)) {
    throw invalidType(chunk.json, 'tool_calls[]', 'an object', delta);
  }
  const { index, function: called } = delta;
  if (index != null && typeof index !== 'number') {
    throw invalidType(chunk.json, 'tool_calls[].index', 'a number', index);
  }
  if (called != null && !isJsonObject(called)) {
    throw invalidType(chunk.json, 'tool_calls[].function', 'an object', called);
  }
  const { name, arguments: piece } = asJsonObject(called);
  return {
    index: index ?? undefined,
    id: readId(delta),
    name: typeof name === 'string' ? name : '',
    piece: readText(chunk, 'tool_calls[].function.arguments', piece),
    extension: readExtension(delta),
  };
}

/** The id of a call; `undefined` if it has none that identifies it. */
export function readId({ id }: JSONObject): string | undefined {
  return typeof id === 'string' && id.trim() !== '' ? id : undefined;
}

const OPENAI_FIELDS: ReadonlySet<string> = new Set([
  'index',
  'id',
  'type',
  'function',
]);

/** The fields of a call beyond OpenAI's; `undefined` if there are none. */
export function readExtension(call: JSONObject): JSONObject | undefined {
  let extension: JSONObject | undefined;
  for (const field in call) {
    if (!OPENAI_FIELDS.has(field) && call[field] != null) {
      extension = { ...extension, [field]: call[field] };
    }
  }
  return extension;
}
