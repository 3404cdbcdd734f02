import type { JSONObject } from '@ai-sdk/provider';
import { createJsonProgress, type JsonProgress } from './json-progress';

/** A tool call, as assembled so far. */
export interface ToolCall {
  readonly index: number | undefined;
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
  index: number | undefined,
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
