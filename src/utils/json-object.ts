import type { JSONObject, JSONValue } from '@ai-sdk/provider';

/** An object of parsed JSON, of unknown shape. */
export type JsonObject = Record<string, unknown>;

/** Whether a value is an object, and neither an array nor `null`. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The same for a value that is known to be JSON. */
export function isJsonObject(
  value: JSONValue | undefined,
): value is JSONObject {
  return isObject(value);
}

/** The value if it is an object, otherwise an empty object; known to be JSON. */
export function asJsonObject(value: JSONValue | undefined): JSONObject {
  return isJsonObject(value) ? value : {};
}

/** The value if it is an object, otherwise an empty object. */
export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** The object that a text holds; `undefined` if it holds anything else. */
export function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
