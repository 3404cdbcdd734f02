import type { JSONObject, JSONValue } from '@ai-sdk/provider';
import { secureJsonParse } from '@ai-sdk/provider-utils';

/** What the name of a key that pollutes a prototype can hold, escapes included. */
const MAY_POLLUTE = /__proto__|constructor|\\u00/;

/**
 * Parses JSON and refuses keys that pollute prototypes.
 *
 * @throws SyntaxError if the text is not JSON or has such a key.
 */
export function parseJson(text: string): JSONValue {
  // The quick test spares nearly all texts the two slow ones.
  return MAY_POLLUTE.test(text) ? secureJsonParse(text) : JSON.parse(text);
}

export function isJsonObject(
  value: JSONValue | undefined,
): value is JSONObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
