import { APICallError } from '@ai-sdk/provider';

/** Codes of Node's `fetch` for the end of its own patience, 300 s by default. */
const CODES: readonly unknown[] = [
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
];

/**
 * The error for a request that `fetch` itself waited for no longer;
 * `undefined` if an error is another one. It is not retried: a further attempt
 * would wait as long.
 */
export function createFetchTimeoutError(
  error: unknown,
  request: { url: string; requestBodyValues: unknown },
): APICallError | undefined {
  const cause = findTimeout(error);
  return (
    cause &&
    new APICallError({
      ...request,
      message: `Expected ${request.url} to answer within the time that fetch waits (300 seconds in Node.js), got nothing: ${cause.message}. Stream, or pass a fetch that waits longer.`,
      cause,
      isRetryable: false,
    })
  );
}

function findTimeout(error: unknown): Error | undefined {
  if (!(error instanceof Error)) {
    return undefined;
  }
  return 'code' in error && CODES.includes(error.code)
    ? error
    : findTimeout(error.cause);
}
