import { isParsableJson } from '@ai-sdk/provider-utils';
import { parseJson } from '../wire/parse-json';
import type { ToolCall } from './tool-call';

/**
 * Finds calls that were sent again, as some engines do on the last chunk: the
 * same name and arguments, and no id of their own. To be asked call by call.
 */
export function createRepeatFinder(
  calls: readonly ToolCall[],
): (call: ToolCall) => boolean {
  if (!calls.some(({ mayBeRepeat }) => mayBeRepeat)) {
    return () => false;
  }
  /** By what a call does, the ids under which it came. */
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

/** An id that changes within a call tells nothing. */
function idOf({ wireId, hasOtherIds }: ToolCall): string | undefined {
  return hasOtherIds ? undefined : wireId;
}

/** Without the white space between JSON's tokens. */
function normalize(input: string): string {
  return isParsableJson(input) ? JSON.stringify(parseJson(input)) : input;
}
