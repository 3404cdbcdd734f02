import {
  extractResponseHeaders,
  type FetchFunction,
  isAbortError,
} from '@ai-sdk/provider-utils';
import { assertNoReportedError } from '../errors/reported-error';
import { post, readJson } from './post';
import { retryRequest } from './retry-request';
import type { Transport } from './transport';

/** Sends by `fetch`: works everywhere, carries every header, can be aborted. */
export function createHttpTransport({
  syncURL,
  fetch,
}: {
  syncURL: string;
  fetch: FetchFunction | undefined;
}): Transport {
  return {
    send: async ({ path, body, ...request }) =>
      await retryRequest(
        () =>
          post({
            ...request,
            url: `${syncURL}${path}`,
            body: { json: body },
            fetch,
            read: async reply => {
              const { value } = await readJson(reply);
              const headers = extractResponseHeaders(reply.response);
              assertNoReportedError(value, {
                url: reply.url,
                requestBodyValues: body,
                responseHeaders: headers,
              });
              return { value: { body: value, headers } };
            },
          }),
        {
          abortSignal: request.abortSignal,
          // A server that hangs would hold the call for hours.
          shouldRetry: error => error.isRetryable && !isAbortError(error.cause),
        },
      ),
  };
}
