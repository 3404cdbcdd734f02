import { InvalidArgumentError } from '@ai-sdk/provider';

/** What a `modelURL` points at. */
export interface ModelURL {
  /** The deployment's `/sync` root, without a trailing slash. */
  syncURL: string;
  /** The path that was given; `undefined` for any other, such as `/predict`. */
  endpoint: 'sync' | 'sync/v1' | undefined;
}

/** Endpoints that users paste in full; what is before them is the root. */
const PASTED_ENDPOINT =
  /(?<=\/sync\/v1)\/(?:chat\/completions|embeddings)$|(?<=\/sync)\/rerank$/;

/**
 * Reads a `modelURL` setting. The only place that looks into the URL.
 *
 * @throws InvalidArgumentError if it is not an absolute http(s) URL, or has a
 * query, a fragment or user info.
 */
export function parseModelURL(modelURL: string): ModelURL {
  const url = parseURL(modelURL);

  if (url == null || !['http:', 'https:'].includes(url.protocol)) {
    throw invalidURL(
      'modelURL',
      url == null
        ? JSON.stringify(modelURL.replace(/\/\/.*@/, '//***@'))
        : `a ${url.protocol} URL`,
    );
  }
  assertPlain('modelURL', modelURL, url);

  const path = url.pathname.replace(/\/+$/, '').replace(PASTED_ENDPOINT, '');

  return {
    syncURL: `${url.origin}${path.replace(/\/v1$/, '')}`,
    endpoint: path.endsWith('/sync/v1')
      ? 'sync/v1'
      : path.endsWith('/sync')
        ? 'sync'
        : undefined,
  };
}

/**
 * Checks a `baseURL` setting and takes its trailing slash off.
 *
 * @throws InvalidArgumentError if it is a URL with a query, a fragment or user
 * info: paths are added to it, and it is written into errors.
 */
export function parseBaseURL(baseURL: string): string {
  const url = parseURL(baseURL);
  if (url != null) {
    assertPlain('baseURL', baseURL, url);
  }
  return baseURL.replace(/\/+$/, '');
}

/** What came is named by its parts: each of them may hold a secret. */
function assertPlain(argument: string, text: string, url: URL): void {
  if (url.username !== '' || url.password !== '') {
    throw invalidURL(argument, 'one with user info');
  }
  if (text.includes('?')) {
    throw invalidURL(argument, 'one with a query');
  }
  if (text.includes('#')) {
    throw invalidURL(argument, 'one with a fragment');
  }
}

function parseURL(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function invalidURL(argument: string, received: string): InvalidArgumentError {
  return new InvalidArgumentError({
    argument,
    message: `Expected ${argument} to be an absolute http(s) URL without query, fragment or user info, got ${received}.`,
  });
}
