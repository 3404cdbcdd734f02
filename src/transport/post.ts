import { APICallError } from '@ai-sdk/provider';
import {
  extractResponseHeaders,
  type FetchFunction,
  isAbortError,
  postToApi,
  type ResponseHandler,
} from '@ai-sdk/provider-utils';
import {
  createNetworkError,
  createResponseError,
  createUnreadableError,
} from '../errors/baseten-error';
import { onAbort } from '../utils/on-abort';
import { guardRedirects } from './guard-redirects';

/** One POST request by `fetch`, sent once. */
export interface PostRequest<REPLY> {
  url: string;
  /** All headers but the content type, names in lower case. */
  headers: Record<string, string>;
  body: JsonBody | FormBody;
  fetch: FetchFunction | undefined;
  /** Seconds until `read` must have its result. */
  timeoutSeconds: number;
  abortSignal: AbortSignal | undefined;
  /** Reads a reply whose status is a success. */
  read: ResponseHandler<REPLY>;
}

interface JsonBody {
  json: unknown;
  /** What errors show of the body, where the body itself is too large. */
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
  const requestBodyValues = valuesOf(body);
  const deadline = new AbortController();
  const onTimeout = () =>
    deadline.abort(
      createNetworkError({
        message: `Expected ${url} to answer within ${timeoutSeconds} s, got nothing.`,
        url,
        requestBodyValues,
        cause: new DOMException('The request timed out.', 'TimeoutError'),
      }),
    );
  const timer = setTimeout(onTimeout, timeoutSeconds * 1000);
  const stopListening = onAbort(abortSignal, () =>
    deadline.abort(abortSignal?.reason),
  );

  try {
    abortSignal?.throwIfAborted();
    const { value } = await Promise.race([
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
        failedResponseHandler,
        successfulResponseHandler: read,
      }),
      // A custom fetch may not look at its signal.
      rejectOnAbort(deadline.signal),
    ]);
    return value;
  } catch (error) {
    // A custom fetch may reject with an error of its own when it is aborted.
    if (deadline.signal.aborted) {
      throw deadline.signal.reason;
    }
    throw toNetworkError(error, { url, requestBodyValues });
  } finally {
    clearTimeout(timer);
    stopListening();
  }
}

/** Reads a reply as JSON. One that was cut or garbled can be asked for again. */
export const readJson: ResponseHandler<unknown> = async ({
  response,
  url,
  requestBodyValues,
}) => {
  let responseBody = '';
  try {
    responseBody = await response.text();
    return { value: JSON.parse(responseBody) };
  } catch (cause) {
    if (isAbortError(cause)) {
      throw cause;
    }
    throw createUnreadableError({
      url,
      requestBodyValues,
      statusCode: response.status,
      responseHeaders: extractResponseHeaders(response),
      responseBody,
      cause,
    });
  }
};

const failedResponseHandler: ResponseHandler<APICallError> = async ({
  response,
  url,
  requestBodyValues,
}) => ({
  value: createResponseError({
    url,
    requestBodyValues,
    statusCode: response.status,
    responseHeaders: extractResponseHeaders(response),
    responseBody: await response.text(),
  }),
});

function valuesOf(body: JsonBody | FormBody): unknown {
  return 'json' in body
    ? (body.shown ?? body.json)
    : Object.fromEntries(body.form.entries());
}

/** Runtimes other than Node have network errors that the SDK cannot tell. */
function toNetworkError(
  error: unknown,
  request: { url: string; requestBodyValues: unknown },
): unknown {
  return APICallError.isInstance(error) || isAbortError(error)
    ? error
    : createNetworkError({
        ...request,
        message: `Cannot connect to API: ${describeCause(error)}`,
        cause: error,
      });
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}

function describeCause(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
