import type { JSONObject, JSONValue } from '@ai-sdk/provider';
import type { JSONValue as OlderJSONValue } from 'provider-v2';

/**
 * Copies what V4 declares as read-only and optional into what V2 and V3 take:
 * there a consumer may change arrays and objects, and V2 has no `undefined`.
 */
export function copyJson(
  value: NonNullable<JSONValue>,
): NonNullable<OlderJSONValue> {
  if (typeof value !== 'object') {
    return value;
  }
  return isArray(value)
    ? value.map(entry => (entry === null ? null : copyJson(entry)))
    : copyObject(value);
}

/** Copies the metadata of a provider, or anything else of that shape. */
export function copyMetadata(
  metadata: Readonly<Record<string, Readonly<JSONObject>>> | undefined,
): Record<string, Record<string, OlderJSONValue>> | undefined {
  return (
    metadata &&
    Object.fromEntries(
      Object.entries(metadata).map(([name, value]) => [
        name,
        copyObject(value),
      ]),
    )
  );
}

/** Copies an object; its keys without a value are left out. */
export function copyObject(
  object: Readonly<JSONObject>,
): Record<string, OlderJSONValue> {
  return Object.fromEntries(
    Object.entries(object).flatMap(([key, value]) =>
      value === undefined
        ? []
        : [[key, value === null ? null : copyJson(value)]],
    ),
  );
}

/** `Array.isArray` does not tell a read-only array from an object. */
function isArray(value: object): value is readonly JSONValue[] {
  return Array.isArray(value);
}
