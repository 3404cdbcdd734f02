import { APICallError } from '@ai-sdk/provider';
import {
  type FetchFunction,
  isAbortError,
  postToApi,
  type ResponseHandler,
} from '@ai-sdk/provider-utils';
import { createNetworkError } from '../errors/baseten-error';
import { onAbort, untilAborted } from '../utils/on-abort';
import { after, now } from '../utils/timers';
import { guardRedirects } from './guard-redirects';
import { readError } from './read-reply';
import { isTimeout } from './retry-policy';

/** One POST request, sent once, with `fetch`. */
export interface PostRequest<REPLY> {
  url: string;
  /** All headers except the content type, names in lower case. */
  headers: Record<string, string>;
  body: JsonBody | FormBody;
  fetch: FetchFunction | undefined;
  /** Seconds until `read` must have finished. */
  timeoutSeconds: number;
  abortSignal: AbortSignal | undefined;
  /** Reads a reply with a success status. */
  read: ResponseHandler<REPLY>;
}

interface JsonBody {
  json: unknown;
  /** The body as errors show it, if the body itself is too large. */
  shown?: unknown;
}

interface FormBody {
  form: FormData;
}

/**
 * @throws APICallError if the server answered with an error status, cannot be
 * reached or did not answer in time.
 * @throws the reason of `abortSignal` as soon as it is aborted.
 */
export async function post<REPLY>({
  url,
  headers,
  body,
  fetch,
  timeoutSeconds,
  abortSignal,
  read,
}: PostRequest<REPLY>): Promise<REPLY> {
  abortSignal?.throwIfAborted();
  const requestBodyValues = valuesOf(body);
  const deadline = new AbortController();
  const start = now();
  const createTimeoutError = (seconds: number, cause: unknown) =>
    createNetworkError({
      message: `Expected ${url} to answer within ${seconds} s, got nothing.`,
      url,
      requestBodyValues,
      cause,
    });
  const cancelTimer = after(timeoutSeconds * 1000, () =>
    deadline.abort(
      createTimeoutError(
        timeoutSeconds,
        new DOMException('The request timed out.', 'TimeoutError'),
      ),
    ),
  );
  const stopListening = onAbort(abortSignal, () =>
    deadline.abort(abortSignal?.reason),
  );

  try {
    // A custom fetch may ignore its signal.
    const { value } = await untilAborted(
      deadline.signal,
      postToApi({
        url,
        headers:
          'json' in body
            ? { 'content-type': 'application/json', ...headers }
            : headers,
        body: {
          content: 'json' in body ? JSON.stringify(body.json) : body.form,
          values: requestBodyValues,
        },
        fetch: guardRedirects(fetch),
        abortSignal: deadline.signal,
        failedResponseHandler: readError,
        successfulResponseHandler: read,
      }),
    );
    return value;
  } catch (error) {
    // When aborted, a custom fetch may reject with an error of its own.
    if (deadline.signal.aborted) {
      throw deadline.signal.reason;
    }
    // Node's fetch gives up waiting for headers after 300 s.
    throw isTimeout(error)
      ? createTimeoutError(Math.round((now() - start) / 1000), error)
      : toNetworkError(error, { url, requestBodyValues });
  } finally {
    cancelTimer();
    stopListening();
  }
}

function valuesOf(body: JsonBody | FormBody): unknown {
  return 'json' in body
    ? (body.shown ?? body.json)
    : Object.fromEntries(body.form.entries());
}

/** Network errors of runtimes other than Node, which the SDK does not recognize. */
export function toNetworkError(
  error: unknown,
  request: { url: string; requestBodyValues: unknown },
): unknown {
  return APICallError.isInstance(error) || isAbortError(error)
    ? error
    : createNetworkError({
        ...request,
        message: `Cannot connect to API: ${error instanceof Error ? error.message : String(error)}`,
        cause: error,
      });
}
