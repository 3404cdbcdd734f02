import { APICallError } from '@ai-sdk/provider';
import { retryWithExponentialBackoff } from '@ai-sdk/provider-utils';
import { RETRY } from '../settings/defaults';

/**
 * Repeats one request while it fails in a way that can pass: exponential
 * backoff with jitter, or the wait that the server asked for. The last error
 * is thrown as it is, so that the AI SDK can judge it.
 */
export function retryRequest<REPLY>(
  attempt: () => Promise<REPLY>,
  {
    abortSignal,
    shouldRetry,
  }: {
    abortSignal: AbortSignal;
    shouldRetry: (error: APICallError) => boolean;
  },
): PromiseLike<REPLY> {
  const { maxRetries, initialDelayInMs, backoffFactor } = RETRY;

  return retryWithExponentialBackoff({
    maxRetries,
    initialDelayInMs,
    backoffFactor,
    abortSignal,
    shouldRetry: error => APICallError.isInstance(error) && shouldRetry(error),
    getDelayInMs: ({ error, exponentialBackoffDelay }) =>
      readRetryAfter(error) ??
      exponentialBackoffDelay * (0.75 + Math.random() / 2),
    createRetryError: ({ errors }) => errors.at(-1),
  })(attempt);
}

/** The wait in milliseconds that a reply asks for, if it is a sensible one. */
function readRetryAfter(error: unknown): number | undefined {
  const headers = APICallError.isInstance(error)
    ? error.responseHeaders
    : undefined;
  const milliseconds = headers?.['retry-after-ms'];
  const seconds = headers?.['retry-after'];

  const wait =
    milliseconds != null && Number.isFinite(Number(milliseconds))
      ? Number(milliseconds)
      : seconds != null
        ? Number.isFinite(Number(seconds))
          ? Number(seconds) * 1000
          : Date.parse(seconds) - Date.now()
        : Number.NaN;

  return wait >= 0 && wait <= RETRY.maxRetryAfterInMs ? wait : undefined;
}
