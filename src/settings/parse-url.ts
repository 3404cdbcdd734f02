import { InvalidArgumentError } from '@ai-sdk/provider';
import { describeType } from '../utils/describe-type';

/**
 * Placeholders of examples where an id belongs, and what templates make of an
 * unset variable.
 */
const PLACEHOLDER =
  /\{[\w.-]*\}|<[\w.-]*>|%7B[\w.-]*%7D|X{4,}|\bx{4,}\b|\bYOUR[-_]\w+|\bMODEL[-_]ID\b|(?<=\b(?:model|chain)-|\/)(?:undefined|null)\b/;

/** Where to find a deployment's URL; ends every message about one. */
export const WHERE_THE_URL_IS =
  "A deployment's URL is https://model-ID.api.baseten.co/environments/production/sync/v1, with the model's id as its page on app.baseten.co shows it.";

/**
 * Parses a `baseURL` or `modelURL` setting. Paths are appended to it, and errors
 * quote it. An unparsable value is not repeated in the error: any part of it may
 * be a secret.
 *
 * @throws InvalidArgumentError unless it is an absolute http(s) URL without
 * query, fragment and user info.
 */
export function parseURL(argument: string, setting: unknown): URL {
  const text = isURL(setting) ? setting.href : setting;
  if (typeof text !== 'string') {
    throw invalidURL(argument, describeType(text));
  }

  const trimmed = text.trim();
  const url = tryToParse(trimmed);
  const fault = findFault(trimmed, url);
  if (url == null && fault == null) {
    assertNoPlaceholder(argument, trimmed);
  }
  if (url == null || fault != null) {
    throw invalidURL(argument, fault ?? 'one that cannot be parsed');
  }
  return url;
}

/** @throws InvalidArgumentError if an example's placeholder is still there. */
export function assertNoPlaceholder(argument: string, setting: unknown): void {
  const [placeholder] = PLACEHOLDER.exec(String(setting)) ?? [];
  if (placeholder != null) {
    throw new InvalidArgumentError({
      argument,
      message:
        argument === 'modelURL'
          ? `Expected modelURL to hold the id of a model, got the placeholder ${placeholder}. ${WHERE_THE_URL_IS}`
          : `Expected ${argument} to be the URL of an API, got the placeholder ${placeholder}.`,
    });
  }
}

/** Says what is wrong with a URL, without repeating it. */
function findFault(text: string, url: URL | undefined): string | undefined {
  if (text === '') {
    return 'an empty one: the variable that it comes from may not be set';
  }
  if (/^["'`“”‘’]|["'`“”‘’]$/.test(text)) {
    return 'one in quotes: take them off';
  }
  if (/\s/.test(text)) {
    return 'one with a space in it';
  }
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(text)) {
    return 'one without https:// in front';
  }
  if (url != null && !['http:', 'https:'].includes(url.protocol)) {
    return `a ${url.protocol} URL`;
  }
  // `https:///v1` would be parsed as a host named v1.
  if (!/^[^/]*:\/\/[^/\\?#]/.test(text)) {
    return 'one without a host: the variable that it comes from may not be set';
  }
  if (url == null) {
    return undefined;
  }
  if (url.username !== '' || url.password !== '') {
    return 'one with user info';
  }
  return text.includes('?')
    ? 'one with a query'
    : text.includes('#')
      ? 'one with a fragment'
      : undefined;
}

function tryToParse(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** By its tag, since sandboxes have a `URL` class of their own. */
function isURL(value: unknown): value is URL {
  return Object.prototype.toString.call(value) === '[object URL]';
}

function invalidURL(argument: string, received: string): InvalidArgumentError {
  return new InvalidArgumentError({
    argument,
    message: `Expected ${argument} to be an absolute http(s) URL without query, fragment or user info, got ${received}.`,
  });
}
