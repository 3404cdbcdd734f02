import { APICallError } from '@ai-sdk/provider';
import {
  extractResponseHeaders,
  type FetchFunction,
  isAbortError,
  postJsonToApi,
  type ResponseHandler,
} from '@ai-sdk/provider-utils';
import {
  createNetworkError,
  createResponseError,
} from '../errors/baseten-error';
import { retryRequest } from './retry-request';
import type { Transport, TransportReply, TransportRequest } from './transport';

/** Sends by `fetch`: works everywhere, carries every header, can be aborted. */
export function createHttpTransport({
  syncURL,
  fetch,
}: {
  syncURL: string;
  fetch: FetchFunction | undefined;
}): Transport {
  return {
    send: async request =>
      await retryRequest(() => attempt({ syncURL, fetch, request }), {
        abortSignal: request.abortSignal,
        // A server that hangs would hold the call for hours.
        shouldRetry: error => error.isRetryable && !isAbortError(error.cause),
      }),
  };
}

async function attempt({
  syncURL,
  fetch,
  request: { path, body, headers, timeoutSeconds, abortSignal },
}: {
  syncURL: string;
  fetch: FetchFunction | undefined;
  request: TransportRequest;
}): Promise<TransportReply> {
  const url = `${syncURL}${path}`;
  const deadline = new AbortController();
  const forwardAbort = () => deadline.abort(abortSignal.reason);
  const onTimeout = () =>
    deadline.abort(
      createNetworkError({
        message: `Expected ${url} to answer within ${timeoutSeconds} s, got nothing.`,
        url,
        requestBodyValues: body,
        cause: new DOMException('The request timed out.', 'TimeoutError'),
      }),
    );
  const timer = setTimeout(onTimeout, timeoutSeconds * 1000);
  abortSignal.addEventListener('abort', forwardAbort, { once: true });

  try {
    abortSignal.throwIfAborted();
    const { value } = await Promise.race([
      postJsonToApi({
        url,
        headers,
        body,
        fetch,
        abortSignal: deadline.signal,
        failedResponseHandler,
        successfulResponseHandler,
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
    if (APICallError.isInstance(error) || isAbortError(error)) {
      throw error;
    }
    // Runtimes other than Node have network errors that the SDK cannot tell.
    throw createNetworkError({
      message: `Cannot connect to API: ${error instanceof Error ? error.message : String(error)}`,
      url,
      requestBodyValues: body,
      cause: error,
    });
  } finally {
    clearTimeout(timer);
    abortSignal.removeEventListener('abort', forwardAbort);
  }
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}

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

const successfulResponseHandler: ResponseHandler<TransportReply> = async ({
  response,
  url,
  requestBodyValues,
}) => {
  const headers = extractResponseHeaders(response);

  try {
    return { value: { body: await response.json(), headers } };
  } catch (cause) {
    if (isAbortError(cause)) {
      throw cause;
    }
    // Cut on the way or garbled by a proxy: as good as no answer.
    throw createNetworkError({
      message: `Expected a JSON reply, got one that cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      url,
      requestBodyValues,
      statusCode: response.status,
      responseHeaders: headers,
      cause,
    });
  }
};
