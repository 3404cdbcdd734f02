import { isParsableJson } from '@ai-sdk/provider-utils';
import { isObject } from '../utils/json-object';

/** A call as far as its deltas have come. */
interface ToolCall {
  /** The place among all calls, since a server may use an index twice. */
  readonly index: number;
  id: string | undefined;
  name: string;
  arguments: string;
  /** Whether its name was passed on, which cannot change any more. */
  isStarted: boolean;
  /** Whether the name came once more after the arguments were complete. */
  isNamedAgain: boolean;
}

/** Brings the tool-call deltas of one stream into one form. */
export interface ToolCallMerger {
  /** The deltas that take the place of those of one chunk; may be none. */
  merge(deltas: readonly unknown[]): unknown[];
  /** The deltas of calls that are still held back when the stream is over. */
  flush(): unknown[];
}

/**
 * Tells tool calls apart by their `index`, whatever their ids do. The first
 * delta of a call has its first id, its whole name and the first piece of its
 * arguments, later ones only index and arguments. Until its arguments begin a
 * call is held back: its name may come in pieces, or again and again.
 *
 * Deltas without an index stay as they are.
 */
export function createToolCallMerger(): ToolCallMerger {
  const calls: ToolCall[] = [];
  const current = new Map<number, ToolCall>();

  const mergeDelta = (delta: unknown): unknown[] => {
    if (!isObject(delta) || typeof delta.index !== 'number') {
      return [delta];
    }
    const called = isObject(delta.function) ? delta.function : {};
    const name = typeof called.name === 'string' ? called.name : '';
    const piece = argumentsText(called.arguments);

    let call = current.get(delta.index);
    if (call === undefined || isNextCall(call, name, piece)) {
      call = {
        index: calls.length,
        id: undefined,
        // Without a name of its own it has the one that was repeated before.
        name: name === '' ? (call?.name ?? '') : '',
        arguments: '',
        isStarted: false,
        isNamedAgain: false,
      };
      calls.push(call);
      current.set(delta.index, call);
    }

    if (typeof delta.id === 'string' && delta.id.trim() !== '') {
      call.id ??= delta.id;
    }
    if (!call.isStarted && name !== call.name) {
      call.name += name;
    }
    call.isNamedAgain ||= name !== '' && isComplete(call);
    call.arguments += piece;

    if (call.isStarted) {
      return piece === '' ? [] : [continuation(call, piece)];
    }
    if (call.name !== '' && piece.trim() !== '') {
      return [start(call)];
    }
    return [];
  };

  return {
    merge: deltas => deltas.flatMap(mergeDelta),
    flush: () =>
      calls
        .filter(call => !call.isStarted && call.name + call.arguments !== '')
        .map(start),
  };
}

/** The JSON text of a whole call's arguments. */
export function completeArguments(value: unknown): string {
  const text = argumentsText(value);
  return text.trim() === '' ? '{}' : text;
}

/** A piece of arguments, which some servers send as an object. */
function argumentsText(value: unknown): string {
  if (typeof value === 'string') {
    return value;
  }
  return value == null ? '' : JSON.stringify(value);
}

/**
 * Whether a delta begins another call under the index of one that is complete:
 * some servers use one index for all. It has a name, and either another one or
 * arguments that begin anew.
 */
function isNextCall(call: ToolCall, name: string, piece: string): boolean {
  const hasOtherName = name !== '' && name !== call.name;
  const beginsAnew =
    (name !== '' || call.isNamedAgain) && /^\s*[{[]/.test(piece);
  return (hasOtherName || beginsAnew) && isComplete(call);
}

function isComplete(call: ToolCall): boolean {
  return (
    call.isStarted &&
    /[}\]]\s*$/.test(call.arguments) &&
    isParsableJson(call.arguments)
  );
}

function start(call: ToolCall): unknown {
  call.isStarted = true;
  return {
    index: call.index,
    id: call.id,
    type: 'function',
    function: {
      // Without one openai-compatible says what is missing.
      name: call.name === '' ? undefined : call.name,
      arguments: completeArguments(call.arguments),
    },
  };
}

function continuation({ index }: ToolCall, piece: string): unknown {
  return { index, function: { arguments: piece } };
}
