import type { JSONObject, JSONValue } from '@ai-sdk/provider';
import { invalidField } from '../../errors/invalid-reply';
import { isJsonObject } from '../../utils/json-object';
import type { ChatReply } from './chat-reply';
import { needsRepair, repair } from './repairs';

const NOTHING: JSONObject = {};

/**
 * Picks the fields that matter out of a chunk or a whole reply, and repairs
 * them. The received JSON is not changed.
 *
 * @param choiceIndex the index of the choice to read, where there are several.
 * @throws TypeValidationError if `choices` is not an array.
 */
export function readChatReply(
  json: JSONObject,
  choiceIndex?: number,
): ChatReply {
  const choice = findChoice(json, choiceIndex);
  const { delta, message } = choice;
  const { usage } = json;
  const reply: ChatReply = {
    json,
    error: findError(json),
    choice,
    message: isJsonObject(delta)
      ? delta
      : isJsonObject(message)
        ? message
        : NOTHING,
    usage: isJsonObject(usage) ? usage : undefined,
  };
  return needsRepair(reply) ? repair(reply) : reply;
}

/** An `error` that is null, empty or false does not count. */
function findError(json: JSONObject): JSONObject | undefined {
  const isError =
    json.error ||
    // An envelope of this form has no field of its own.
    (json.choices === undefined &&
      json.type !== 'ping' &&
      (typeof json.message === 'string' || json.detail));
  if (!isError) {
    return undefined;
  }
  const { choices: _, ...envelope } = json;
  return envelope;
}

function findChoice(json: JSONObject, index: number | undefined): JSONObject {
  const { choices } = json;
  if (choices == null) {
    return NOTHING;
  }
  if (!Array.isArray(choices)) {
    throw invalidField('choices', 'an array', choices);
  }
  const found =
    index === undefined
      ? choices[0]
      : choices.find(
          choice => isJsonObject(choice) && (choice.index ?? 0) === index,
        );
  return isJsonObject(found) ? found : NOTHING;
}

/**
 * The text of a field; empty if it has none.
 *
 * @throws TypeValidationError if it is neither text nor null.
 */
export function readText(name: string, value: JSONValue | undefined): string {
  if (typeof value === 'string') {
    return value;
  }
  if (value == null) {
    return '';
  }
  throw invalidField(name, 'a string', value);
}
