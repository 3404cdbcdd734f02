import type { JSONValue } from '@ai-sdk/provider';
import { secureJsonParse } from '@ai-sdk/provider-utils';

/** Found in every text with a key that pollutes a prototype, escaped or not. */
const MAY_POLLUTE = /__proto__|constructor|\\u00/;

/** Levels of nesting. What walks through JSON fails at about ten times as many. */
const MAX_DEPTH = 1000;

/**
 * Parses JSON and refuses keys that pollute prototypes.
 *
 * @throws SyntaxError if the text is not JSON, has such a key or is nested too
 * deeply.
 */
export function parseJson(text: string): JSONValue {
  // The quick tests let nearly all texts skip the slow ones.
  const value = MAY_POLLUTE.test(text)
    ? secureJsonParse(text)
    : JSON.parse(text);
  if (text.length > 2 * MAX_DEPTH && isTooDeep(value)) {
    throw new SyntaxError(
      `Expected JSON of at most ${MAX_DEPTH} levels, got more.`,
    );
  }
  return value;
}

/** Level by level: a recursion would fail at what it looks for. */
function isTooDeep(value: JSONValue): boolean {
  let level: object[] = hasChildren(value) ? [value] : [];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) {
      return true;
    }
    level = level
      .flatMap((parent): unknown[] => Object.values(parent))
      .filter(hasChildren);
  }
  return false;
}

function hasChildren(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
