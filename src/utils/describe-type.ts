/** Names the type of a value, for "Expected ..., got ...". */
export function describeType(value: unknown): string {
  if (value == null) {
    return String(value);
  }
  if (Array.isArray(value)) {
    return 'an array';
  }
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
