import { parseJson } from '../wire/parse-json';
import type { ToolCall } from './tool-call';

/**
 * Finds calls that were sent twice, as some engines do on the last chunk: same
 * name, same arguments, no id of their own. Ask it about each call in order.
 */
export function createRepeatFinder(
  calls: readonly ToolCall[],
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
      (id === undefined || ids.has(id) || ids.has(undefined));
    ids.add(id);
    return isRepeat;
  };
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
