import { isSecretHeader } from '../settings/secret-headers';

const HIDDEN = '[hidden]';

/** Shorter ones cannot be told from ordinary words. */
const MIN_SECRET_LENGTH = 8;

/** A text that is cut may end in a part of a secret: from here on it is hidden. */
const MIN_PART_LENGTH = 12;

/** Every part of the minimum length has a whole block in it. */
const BLOCK_LENGTH = Math.floor(MIN_PART_LENGTH / 2);

/** What is nested deeper is left out: 100,000 levels would overflow the stack. */
const MAX_DEPTH = 50;

/**
 * Hides the secrets of a request wherever an error repeats them: a server may
 * send them back in a body, a header or a reason phrase. The error is changed in
 * place, with its causes; the request's own body, which is the caller's, is not.
 *
 * @param headers those of the request; which hold secrets is told by their names
 * and values.
 */
export function hideSecrets(
  error: unknown,
  headers: Readonly<Record<string, string>>,
): void {
  const secrets = findSecrets(headers);
  if (secrets.length > 0) {
    cleanValue(error, {
      hide: text => hideInText(text, secrets),
      cleaned: new Map(),
      depth: 0,
    });
  }
}

/** Secrets as they were sent and as JSON and URLs write them, longest first. */
function findSecrets(headers: Readonly<Record<string, string>>): string[] {
  const secrets = Object.entries(headers)
    .filter(isSecretHeader)
    .map(([, value]) => value.replace(/^(?:bearer|basic|api-key) +/i, ''))
    .filter(secret => secret.length >= MIN_SECRET_LENGTH)
    .flatMap(secret => [
      secret,
      JSON.stringify(secret).slice(1, -1),
      encodeURIComponent(secret),
    ]);
  return [...new Set(secrets)].sort((one, other) => other.length - one.length);
}

function hideInText(text: string, secrets: readonly string[]): string {
  const withoutWhole = secrets.reduce(
    (rest, secret) => rest.replaceAll(secret, HIDDEN),
    text,
  );
  return secrets
    .reduce(hideParts, withoutWhole)
    .replaceAll(/(?:\[hidden\])+/g, HIDDEN);
}

/** Hides every part of a secret that would give much of it away. */
function hideParts(text: string, secret: string): string {
  const blocks = secret.match(new RegExp(`[^]{${BLOCK_LENGTH}}`, 'g')) ?? [];
  const anyBlock = new RegExp(
    blocks.map(block => block.replace(/\W/g, '\\$&')).join('|'),
    'g',
  );
  const kept: string[] = [];
  let end = 0;
  for (const { 0: block, index } of text.matchAll(anyBlock)) {
    if (index < end) {
      continue;
    }
    const offset = secret.indexOf(block) - index;
    let from = index;
    let to = index + block.length;
    while (from > end && text[from - 1] === secret[from - 1 + offset]) {
      from -= 1;
    }
    while (to < text.length && text[to] === secret[to + offset]) {
      to += 1;
    }
    if (to - from >= MIN_PART_LENGTH) {
      kept.push(text.slice(end, from));
      end = to;
    }
  }
  return [...kept, text.slice(end)].join(HIDDEN);
}

/** The caller's own, and a URL that can hold no secret. */
const KEPT_FIELDS: ReadonlySet<PropertyKey> = new Set([
  'requestBodyValues',
  'url',
]);

const ORDINARY = { writable: true, enumerable: true, configurable: true };

interface Cleaning {
  hide: (text: string) => string;
  /** What was met before: causes may go in circles. */
  cleaned: Map<object, unknown>;
  depth: number;
}

/** The value without secrets: errors are changed, objects of JSON are copied. */
function cleanValue(value: unknown, cleaning: Cleaning): unknown {
  if (typeof value === 'string') {
    return cleaning.hide(value);
  }
  const target = createTarget(value);
  if (target === undefined || typeof value !== 'object' || value === null) {
    return value;
  }
  if (cleaning.cleaned.has(value)) {
    return cleaning.cleaned.get(value);
  }
  if (cleaning.depth === MAX_DEPTH) {
    return undefined;
  }
  cleaning.cleaned.set(value, target);
  let isChanged = false;
  for (const key of Reflect.ownKeys(value)) {
    try {
      const field: unknown = Reflect.get(value, key);
      const clean = KEPT_FIELDS.has(key)
        ? field
        : cleanValue(field, { ...cleaning, depth: cleaning.depth + 1 });
      isChanged ||= !Object.is(clean, field);
      if (target !== value) {
        // Unlike an assignment it makes an ordinary field of `__proto__`.
        Reflect.defineProperty(target, key, { ...ORDINARY, value: clean });
      } else if (!Object.is(clean, field)) {
        Reflect.set(target, key, clean);
      }
    } catch {
      // An accessor that throws must not take the place of the error.
    }
  }
  // What holds no secret stays the caller's own object.
  const result = isChanged ? target : value;
  cleaning.cleaned.set(value, result);
  return result;
}

/** Where the clean fields go; `undefined` for what is neither error nor JSON. */
function createTarget(value: unknown): object | undefined {
  if (value instanceof Error) {
    return value;
  }
  if (Array.isArray(value)) {
    return [];
  }
  const isPlain =
    typeof value === 'object' &&
    value !== null &&
    [Object.prototype, null].includes(Object.getPrototypeOf(value));
  return isPlain ? {} : undefined;
}
