import type { JSONObject, JSONValue } from '@ai-sdk/provider';
import { invalidField } from '../../errors/invalid-reply';
import { asJsonObject, isJsonObject } from '../../utils/json-object';
import { readText } from '../wire/read-chat-reply';

/** One delta of a tool call; of a whole reply, the whole call. */
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
export function readToolCallDelta(delta: JSONValue): ToolCallDelta {
  if (!isJsonObject(delta)) {
    throw invalidField('tool_calls[]', 'an object', delta);
  }
  const { id, index, function: called } = delta;
  if (called != null && !isJsonObject(called)) {
    throw invalidField('tool_calls[].function', 'an object', called);
  }
  const { name, arguments: piece } = asJsonObject(called);
  return {
    index: readIndex(index),
    id: typeof id === 'string' && id.trim() !== '' ? id : undefined,
    name: readText('tool_calls[].function.name', name),
    piece: readText('tool_calls[].function.arguments', piece),
    extension: readExtension(delta),
  };
}

function readIndex(index: JSONValue | undefined): number | undefined {
  if (index == null || typeof index === 'number') {
    return index ?? undefined;
  }
  if (typeof index === 'string' && /^\d+$/.test(index)) {
    return Number(index);
  }
  throw invalidField('tool_calls[].index', 'a number', index);
}

const OPENAI_FIELDS: ReadonlySet<string> = new Set([
  'index',
  'id',
  'type',
  'function',
]);

function readExtension(call: JSONObject): JSONObject | undefined {
  let extension: JSONObject | undefined;
  for (const field in call) {
    if (!OPENAI_FIELDS.has(field) && call[field] != null) {
      extension = { ...extension, [field]: call[field] };
    }
  }
  return extension;
}
