import { APICallError } from '@ai-sdk/provider';
import { sleep } from '../utils/timers';
import { RETRY_WAIT } from './retry-policy';

/**
 * Retries one request after temporary failures: exponential backoff with jitter,
 * or the wait that the server asked for. The last error is thrown unchanged, so
 * that the AI SDK can judge it. (The SDK's own retry loop would use a
 * `setTimeout` that a test has faked.)
 *
 * @throws the reason of the signal as soon as it is aborted.
 */
export async function retryRequest<REPLY>(
  attempt: () => Promise<REPLY>,
  {
    retries,
    abortSignal,
    shouldRetry,
  }: {
    retries: number;
    abortSignal: AbortSignal | undefined;
    shouldRetry: (error: APICallError) => boolean;
  },
): Promise<REPLY> {
  for (let retry = 0; ; retry += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (
        retry >= retries ||
        !APICallError.isInstance(error) ||
        !shouldRetry(error)
      ) {
        throw error;
      }
      await sleep(readRetryAfter(error) ?? backOff(retry), abortSignal);
    }
  }
}

function backOff(retry: number): number {
  return (
    RETRY_WAIT.initialInMs *
    RETRY_WAIT.backoffFactor ** retry *
    (0.75 + Math.random() / 2)
  );
}

/** The wait in milliseconds that a reply asks for, if it is within our limit. */
function readRetryAfter({
  responseHeaders: headers,
}: APICallError): number | undefined {
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

  return wait >= 0 && wait <= RETRY_WAIT.maxRetryAfterInMs ? wait : undefined;
}
