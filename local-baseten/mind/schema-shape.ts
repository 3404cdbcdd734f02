import { asRecord } from '../utils/is-record';
import type { JsonSchema } from './chat-request';

/** The type that a schema names or implies, `null` aside. */
export function typeOf(schema: JsonSchema): unknown {
  const { type } = schema;
  if (Array.isArray(type)) return type.find(each => each !== 'null');
  if (type !== undefined) return type;
  if ('properties' in schema || 'additionalProperties' in schema) {
    return 'object';
  }
  return 'items' in schema || 'prefixItems' in schema ? 'array' : undefined;
}

/** Whether a schema's values hold no other values. */
export function isFlat(schema: unknown): boolean {
  const type = typeOf(asRecord(schema));
  return type !== 'object' && type !== 'array' && !('$ref' in asRecord(schema));
}

/** Whether a value is a filled list of the plain type that `items` names. */
export function isListOf(value: unknown, items: unknown): value is unknown[] {
  const type = typeOf(asRecord(items));
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    type !== 'object' &&
    value.every(item => typeof item === type)
  );
}

/** One schema that demands what a schema and its `allOf` demand together. */
export function mergeSchemas(
  schema: JsonSchema,
  parts: readonly unknown[],
): JsonSchema {
  const { allOf: _, ...rest } = schema;
  const all = [...parts.map(asRecord), rest];
  const entries = (each: unknown) => Object.entries(asRecord(each));
  return {
    ...Object.fromEntries(all.flatMap(entries)),
    properties: Object.fromEntries(
      all.flatMap(({ properties }) => entries(properties)),
    ),
    required: all.flatMap(({ required }) => required ?? []),
  };
}
