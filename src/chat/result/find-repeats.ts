import { parseJson } from '../wire/parse-json';
import type { ToolCall } from './tool-call';
import type { ToolCallDelta } from './tool-call-delta';

/**
 * Finds calls that were sent twice, as some engines do on the last chunk: same
 * name, same arguments, no id of their own. Ask it about each call in order.
 */
export function createRepeatFinder(
  calls: readonly ToolCall[],
  hasOwnIndexes: boolean,
): (call: ToolCall) => boolean {
  if (!calls.some(({ mayBeRepeat }) => mayBeRepeat)) {
    return () => false;
  }
  /** The ids of a call, by its name and arguments. */
  const known = new Map<string, Set<string | undefined>>();

  return call => {
    const action = `${call.name} ${normalize(call.input)}`;
    const ids = known.get(action);
    if (ids === undefined) {
      known.set(action, new Set([idOf(call)]));
      return false;
    }
    const id = idOf(call);
    const isRepeat =
      call.mayBeRepeat &&
      (hasOwnIndexes || id === undefined || ids.has(id) || ids.has(undefined));
    ids.add(id);
    return isRepeat;
  };
}

/** Whether a chunk holds nothing but all calls so far once more. */
export function repeatsAllCalls(
  calls: readonly ToolCall[],
  deltas: readonly ToolCallDelta[],
): boolean {
  if (calls.length !== deltas.length) {
    return false;
  }
  const haveUnclearIds = calls.some(
    ({ hasOtherIds, unclearId }) => hasOtherIds || unclearId !== undefined,
  );
  return deltas.every(({ index, id, name, piece }, number) => {
    const call = calls[number];
    return (
      name === call?.name &&
      index === call.index &&
      piece === call.input &&
      (id === undefined ||
        haveUnclearIds ||
        call.wireId === undefined ||
        id === call.wireId)
    );
  });
}

/** An id that changes within a call identifies nothing. */
function idOf({ wireId, hasOtherIds }: ToolCall): string | undefined {
  return hasOtherIds ? undefined : wireId;
}

/** Removes the white space between JSON tokens. */
function normalize(input: string): string {
  try {
    return JSON.stringify(parseJson(input));
  } catch {
    return input;
  }
}
