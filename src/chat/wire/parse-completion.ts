import { APICallError, type JSONObject } from '@ai-sdk/provider';
import { createUnreadableError } from '../../errors/baseten-error';
import { describeNoJson } from '../../errors/parse-error-body';
import type { RepliedRequest } from '../../errors/reported-error';
import { isJsonObject } from '../../utils/json-object';
import { parseJson } from './parse-json';

/**
 * Parses the body of a whole reply.
 *
 * @throws APICallError if it is not a JSON object.
 */
export function parseCompletion(
  text: string,
  request: RepliedRequest,
): JSONObject {
  let cause: unknown;
  try {
    const json = parseJson(text);
    if (isJsonObject(json)) {
      return json;
    }
  } catch (error) {
    cause = error;
  }
  if (describeNoJson(text) !== undefined) {
    throw createUnreadableError({ ...request, responseBody: text, cause });
  }
  throw new APICallError({
    ...request,
    message: 'Invalid JSON response',
    responseBody: text,
    cause,
  });
}
