import { isObject, type JsonObject } from '../utils/json-object';
import { completeArguments, type ToolCallMerger } from './merge-tool-calls';

/**
 * What a reply or chunk holds that may need repair: a tool call, an `error`,
 * or a count of tokens that is a string. Matches a key of JSON, not its text
 * in a string, where quotes are escaped.
 */
export const MAY_NEED_REPAIR = /"function"|"error"|_tokens": ?"/;

/**
 * Changes one chunk of a stream into one that openai-compatible can read.
 *
 * @returns whether there was anything to change.
 */
export function repairChatChunk(
  chunk: JsonObject,
  { merge }: ToolCallMerger,
): boolean {
  let isChanged = repairUsage(chunk);

  // Its mere presence makes the chunk an error.
  if (chunk.error === null) {
    delete chunk.error;
    isChanged = true;
  }

  const { delta } = firstChoice(chunk);
  if (
    isObject(delta) &&
    Array.isArray(delta.tool_calls) &&
    delta.tool_calls.length > 0
  ) {
    delta.tool_calls = merge(delta.tool_calls);
    isChanged = true;
  }
  return isChanged;
}

/** The same for a whole reply. */
export function repairChatCompletion(reply: JsonObject): boolean {
  let isChanged = repairUsage(reply);
  const { message } = firstChoice(reply);
  const calls: unknown = isObject(message) ? message.tool_calls : undefined;
  for (const call of Array.isArray(calls) ? calls : []) {
    if (isObject(call) && isObject(call.function)) {
      const { arguments: given } = call.function;
      call.function.arguments = completeArguments(given);
      isChanged ||= call.function.arguments !== given;
    }
  }
  return isChanged;
}

function firstChoice({ choices }: JsonObject): JsonObject {
  const choice: unknown = Array.isArray(choices) ? choices[0] : undefined;
  return isObject(choice) ? choice : {};
}

/** Makes numbers of counts that are strings. */
function repairUsage({ usage }: JsonObject): boolean {
  if (!isObject(usage)) {
    return false;
  }
  let isChanged = false;
  for (const counts of [usage, ...Object.values(usage).filter(isObject)]) {
    for (const [name, count] of Object.entries(counts)) {
      if (typeof count === 'string' && /^\d+$/.test(count)) {
        counts[name] = Number(count);
        isChanged = true;
      }
    }
  }
  return isChanged;
}
