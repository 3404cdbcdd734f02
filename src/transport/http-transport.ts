import {
  extractResponseHeaders,
  type FetchFunction,
  isAbortError,
} from '@ai-sdk/provider-utils';
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
            read: async reply => ({
              value: {
                body: (await readJson(reply)).value,
                headers: extractResponseHeaders(reply.response),
              },
            }),
          }),
        {
          abortSignal: request.abortSignal,
          // A server that hangs would hold the call for hours.
          shouldRetry: error => error.isRetryable && !isAbortError(error.cause),
        },
      ),
  };
}
