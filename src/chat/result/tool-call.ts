import type { JSONObject, JSONValue } from '@ai-sdk/provider';
import { createJsonProgress, type JsonProgress } from './json-progress';

/** One delta of a tool call. */
export interface ToolCallDelta {
  /** `undefined` if it has none that identifies a call. */
  readonly id: string | undefined;
  /** Empty if it has none. */
  readonly name: string;
  /** A piece of the arguments; may be empty. */
  readonly piece: string;
  /** Whether another call began in the same chunk with the same index. */
  readonly isBesideAnother: boolean;
}

/** A tool call, as assembled so far. */
export interface ToolCall {
  readonly index: JSONValue | undefined;
  /** The first id that the server gave it. */
  wireId: string | undefined;
  /** Whether later deltas had other ids, so that ids identify nothing. */
  hasOtherIds: boolean;
  name: string;
  input: string;
  /** Whether its input is more than white space. */
  hasInput: boolean;
  readonly progress: JsonProgress;
  /** Whether its name came again after its arguments were complete. */
  isNamedAgain: boolean;
  /**
   * Another id with which its arguments began: either ids change on each delta,
   * or it is the id of the next call and this one has no arguments. The next
   * delta tells.
   */
  unclearId: string | undefined;
  /** Whether it may be an earlier call sent again, which must run only once. */
  mayBeRepeat: boolean;
  /** Fields beyond OpenAI's, which the server gets back. */
  extension: JSONObject | undefined;
  /** The id of its parts, once they have begun. */
  partId: string | undefined;
}

export function createToolCall(
  index: JSONValue | undefined,
  mayBeRepeat: boolean,
): ToolCall {
  return {
    index,
    wireId: undefined,
    hasOtherIds: false,
    name: '',
    input: '',
    hasInput: false,
    progress: createJsonProgress(),
    isNamedAgain: false,
    unclearId: undefined,
    mayBeRepeat,
    extension: undefined,
    partId: undefined,
  };
}

/** Whether a piece of arguments is the first of a call. */
export function beginsInput(piece: string): boolean {
  return /^\s*[{[]/.test(piece);
}

const OPENAI_FIELDS: ReadonlySet<string> = new Set([
  'index',
  'id',
  'type',
  'function',
]);

/** The fields of a call beyond OpenAI's; `undefined` if there are none. */
export function extensionOf(call: JSONObject): JSONObject | undefined {
  let extension: JSONObject | undefined;
  for (const field in call) {
    if (!OPENAI_FIELDS.has(field) && call[field] != null) {
      extension = { ...extension, [field]: call[field] };
    }
  }
  return extension;
}
