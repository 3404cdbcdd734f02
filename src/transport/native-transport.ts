import {
  createNetworkError,
  createResponseError,
} from '../errors/baseten-error';
import {
  assertNoReportedError,
  createTooLargeError,
} from '../errors/reported-error';
import { MAX_REPLY_BYTES } from '../settings/defaults';
import type { BasetenPerformanceClient } from './performance-client';
import { MAX_REPLY } from './read-reply';
import { isRetriedOverNative } from './retry-policy';
import { retryRequest } from './retry-request';
import type { Transport, TransportReply, TransportRequest } from './transport';

/**
 * Sends with Baseten's native client, which writes and parses JSON off the main
 * thread, retries 429 and 5xx itself and cannot be aborted. If it got no answer
 * at all, its own plain `Error` is thrown instead of an `APICallError`.
 */
export function createNativeTransport({
  client,
  syncURL,
}: {
  client: BasetenPerformanceClient;
  syncURL: string;
}): Transport {
  return {
    send: request =>
      retryRequest(() => attempt({ client, syncURL, request }), {
        retries: request.retries,
        abortSignal: request.abortSignal,
        shouldRetry: isRetriedOverNative,
      }),
  };
}

async function attempt({
  client,
  syncURL,
  request: { path, body, timeoutSeconds },
}: {
  client: BasetenPerformanceClient;
  syncURL: string;
  request: TransportRequest;
}): Promise<TransportReply> {
  const context = { url: `${syncURL}${path}`, requestBodyValues: body };

  let reply: TransportReply;
  try {
    reply = readReply(await client.batchPost(path, [body], 1, timeoutSeconds));
  } catch (error) {
    throw toTransportError(error, { ...context, timeoutSeconds });
  }
  const received = { ...context, responseHeaders: reply.headers };
  // The client reads replies of any size: all that is left is to refuse them.
  if (Number(reply.headers['content-length']) > MAX_REPLY_BYTES) {
    throw createTooLargeError(MAX_REPLY, received);
  }
  assertNoReportedError(reply.body, received);
  return reply;
}

function readReply(reply: unknown): TransportReply {
  const { data, response_headers: headers } = Object(reply);

  if (!Array.isArray(data) || data.length !== 1) {
    throw new TypeError(
      'Expected batchPost to resolve to { data: [reply], response_headers }.',
    );
  }

  return { body: data[0], headers: { ...headers?.[0] } };
}

/** Reads the status from the error's text: the client's errors have no other. */
function toTransportError(
  error: unknown,
  {
    timeoutSeconds,
    ...request
  }: { url: string; requestBodyValues: unknown; timeoutSeconds: number },
): unknown {
  if (!(error instanceof Error)) {
    return error;
  }

  const answered =
    /^API request failed with status (\d{3}) [^:]*: ([\s\S]*)$/.exec(
      error.message,
    );
  if (answered != null) {
    return createResponseError({
      ...request,
      statusCode: Number(answered[1]),
      responseBody: answered[2] ?? '',
      cause: error,
    });
  }

  return error.message.includes('operation timed out')
    ? createNetworkError({
        ...request,
        message: `Expected ${request.url} to answer within ${timeoutSeconds} s, got nothing.`,
        cause: error,
      })
    : error;
}
