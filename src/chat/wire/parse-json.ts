import type { JSONValue } from '@ai-sdk/provider';
import { secureJsonParse } from '@ai-sdk/provider-utils';

/** Found in every text with a key that pollutes a prototype, escaped or not. */
const MAY_POLLUTE = /__proto__|constructor|\\u00/;

/**
 * Parses JSON and refuses keys that pollute prototypes.
 *
 * @throws SyntaxError if the text is not JSON or has such a key.
 */
export function parseJson(text: string): JSONValue {
  // The quick test lets nearly all texts skip the slow ones.
  return MAY_POLLUTE.test(text) ? secureJsonParse(text) : JSON.parse(text);
}
