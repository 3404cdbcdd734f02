/** The value at a path of JSON; `undefined` where the path ends early. */
export function readValue(
  json: unknown,
  ...path: ReadonlyArray<string | number>
): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? Reflect.get(value, key)
        : undefined,
    json,
  );
}

/** The list at a path of JSON; empty where there is none. */
export function readList(
  json: unknown,
  ...path: ReadonlyArray<string | number>
): unknown[] {
  const value = readValue(json, ...path);
  return Array.isArray(value) ? value : [];
}
