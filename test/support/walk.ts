/** Where a walk came by, and the text that it found there. */
export interface Place {
  path: string;
  text: string;
}

/**
 * Goes through all that can be reached from some values: own keys and symbols,
 * enumerable or not, prototypes, what getters give, entries of maps and sets,
 * bytes, and what promises resolve to. A function's closure is out of reach.
 *
 * @returns every place that holds text: names, strings, symbols, sources of
 * functions and bytes.
 */
export async function walk(roots: Record<string, unknown>): Promise<Place[]> {
  const places: Place[] = [];
  const seen = new Set<unknown>([globalThis]);
  const queue = Object.entries(roots);

  // The queue grows while it is gone through.
  for (const [path, value] of queue) {
    if (typeof value === 'string' || typeof value === 'symbol') {
      places.push({ path, text: String(value) });
    }
    if (!isReference(value) || seen.has(value)) continue;
    seen.add(value);

    places.push({ path, text: textOf(value) });
    for (const key of Reflect.ownKeys(value)) {
      const name = `${path}.${String(key)}`;
      places.push({ path: name, text: String(key) });
      queue.push(...readProperty(value, key).map(found => pair(name, found)));
    }
    queue.push(...readGetters(value).map(found => pair(`${path}.get`, found)));
    queue.push([`${path}.[[Prototype]]`, Object.getPrototypeOf(value)]);
    if (value instanceof Map || value instanceof Set) {
      queue.push(...[...value.entries()].map(entry => pair(path, entry)));
    }
    if (value instanceof Promise) {
      queue.push([`await ${path}`, await settle(value)]);
    }
  }
  return places;
}

function isReference(value: unknown): value is object {
  return (
    (typeof value === 'object' && value !== null) || typeof value === 'function'
  );
}

function textOf(value: object): string {
  return typeof value === 'function'
    ? Function.prototype.toString.call(value)
    : ArrayBuffer.isView(value)
      ? new TextDecoder().decode(value)
      : Object.prototype.toString.call(value);
}

/** What a property holds: its value, or the functions of an accessor. */
function readProperty(owner: object, key: string | symbol): unknown[] {
  const { value, get, set } =
    Reflect.getOwnPropertyDescriptor(owner, key) ?? {};
  return [value, get, set];
}

/** What an object's getters give, its own and those of its classes. */
function readGetters(owner: object): unknown[] {
  const isPrototype = Object.hasOwn(owner, 'constructor');
  if (isPrototype) return [];

  const found: unknown[] = [];
  for (
    let holder: object | null = owner;
    holder != null;
    holder = Object.getPrototypeOf(holder)
  ) {
    for (const key of Reflect.ownKeys(holder)) {
      if (Reflect.getOwnPropertyDescriptor(holder, key)?.get == null) continue;
      try {
        found.push(Reflect.get(owner, key));
      } catch {
        // Such as `caller` of a function.
      }
    }
  }
  return found;
}

async function settle(promise: Promise<unknown>): Promise<unknown> {
  const pending = new Promise(resolve => setTimeout(resolve, 100));
  return await Promise.race([promise, pending]).catch(error => error);
}

function pair(path: string, value: unknown): [string, unknown] {
  return [path, value];
}
