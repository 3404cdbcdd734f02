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

/** Whether a schema describes values without children: no object, no array. */
export function isFlat(schema: unknown): boolean {
  const type = typeOf(asRecord(schema));
  return type !== 'object' && type !== 'array' && !('$ref' in asRecord(schema));
}
