import { APICallError } from '@ai-sdk/provider';
import type { FetchFunction } from '@ai-sdk/provider-utils';
import { assertNoReportedError } from '../errors/reported-error';
import type { Endpoint } from './endpoints';
import { post } from './post';
import { readJson } from './read-reply';
import { isRetriedOverHttp } from './retry-policy';
import { retryRequest } from './retry-request';
import type { Transport, TransportReply, TransportRequest } from './transport';

/** Sends with `fetch`: works everywhere, sends any header, can be aborted. */
export function createHttpTransport({
  endpoint,
  fetch,
}: {
  endpoint: Endpoint;
  fetch: FetchFunction | undefined;
}): Transport {
  return {
    send: request =>
      retryRequest(() => attempt({ endpoint, fetch, request }), {
        retries: request.retries,
        abortSignal: request.abortSignal,
        shouldRetry: error => isRetriedOverHttp(error, endpoint),
      }),
  };
}

async function attempt({
  endpoint,
  fetch,
  request: { path, body, headers, timeoutSeconds, abortSignal },
}: {
  endpoint: Endpoint;
  fetch: FetchFunction | undefined;
  request: TransportRequest;
}): Promise<TransportReply> {
  const url = `${endpoint.url}${path}`;
  try {
    const reply = await post({
      url,
      headers,
      body: { json: body },
      fetch,
      timeoutSeconds,
      abortSignal,
      read: readJson,
    });
    endpoint.hasAnswered = true;
    assertNoReportedError(reply.body, {
      url,
      requestBodyValues: body,
      responseHeaders: reply.headers,
    });
    return reply;
  } catch (error) {
    endpoint.hasAnswered ||=
      APICallError.isInstance(error) && error.statusCode != null;
    throw error;
  }
}
