import { APICallError } from '@ai-sdk/provider';
import {
  DownloadError,
  extractResponseHeaders,
  isAbortError,
  type ResponseHandler,
  readResponseWithSizeLimit,
} from '@ai-sdk/provider-utils';
import {
  createNetworkError,
  createResponseError,
  createUnreadableError,
} from '../errors/baseten-error';
import {
  assertNoReportedError,
  createTooLargeError,
} from '../errors/reported-error';
import { MAX_REPLY_BYTES } from '../settings/defaults';

/** A complete reply. */
export interface Reply<BODY> {
  body: BODY;
  /** Names in lower case. */
  headers: Record<string, string>;
}

type Received = Parameters<ResponseHandler<unknown>>[0];

export const MAX_REPLY = `a reply of at most ${MAX_REPLY_BYTES / 1e6} MB`;

/** Reads a reply as JSON. A truncated or garbled one is a retryable error. */
export const readJson: ResponseHandler<Reply<unknown>> = async received => {
  let responseBody = '';
  try {
    responseBody = await readText(received);
    const headers = extractResponseHeaders(received.response);
    return { value: { body: JSON.parse(responseBody), headers } };
  } catch (cause) {
    throw toReplyError(received, responseBody, cause);
  }
};

/** Reads a reply as JSON. One that reports an error is that error. */
export const readJsonOrError: ResponseHandler<
  Reply<unknown>
> = async received => {
  const reply = await readJson(received);
  assertNoReportedError(reply.value.body, describeReply(received));
  return reply;
};

/** Reads a reply with an error status. */
export const readError: ResponseHandler<APICallError> = async received => {
  try {
    const responseBody = await readText(received);
    const value = createResponseError({
      ...describeReply(received),
      responseBody,
    });
    return { value };
  } catch (cause) {
    throw toReplyError(received, '', cause);
  }
};

/** Reads a reply as bytes. One that was cut can be asked for again. */
export const readBytes: ResponseHandler<Reply<Uint8Array>> = async received => {
  const { response } = received;
  try {
    const body = isShort(response)
      ? new Uint8Array(await response.arrayBuffer())
      : await readLimited(received);
    return { value: { body, headers: extractResponseHeaders(response) } };
  } catch (cause) {
    throw isAbortError(cause) || APICallError.isInstance(cause)
      ? cause
      : createNetworkError({
          ...describeReply(received),
          message: `Expected a whole reply, got one that cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
          cause,
        });
  }
};

/**
 * Stops at the maximum size of a reply: a body can be endless.
 *
 * @throws APICallError if it is larger.
 */
export async function readText(received: Received): Promise<string> {
  const { response } = received;
  return isShort(response)
    ? await response.text()
    : new TextDecoder().decode(await readLimited(received));
}

async function readLimited(received: Received): Promise<Uint8Array> {
  const { response, url } = received;
  try {
    return await readResponseWithSizeLimit({
      response,
      url,
      maxBytes: MAX_REPLY_BYTES,
    });
  } catch (cause) {
    throw DownloadError.isInstance(cause)
      ? createTooLargeError(MAX_REPLY, describeReply(received))
      : cause;
  }
}

/** Whether the length is known to be within the limit. */
function isShort({ headers, body }: Response): boolean {
  const length = headers.get('content-length');
  return (
    body == null ||
    (length != null &&
      Number(length) <= MAX_REPLY_BYTES &&
      // The length of a compressed body says nothing about its content.
      !headers.has('content-encoding'))
  );
}

function toReplyError(
  received: Received,
  responseBody: string,
  cause: unknown,
): unknown {
  return isAbortError(cause) || APICallError.isInstance(cause)
    ? cause
    : createUnreadableError({
        ...describeReply(received),
        responseBody,
        cause,
      });
}

function describeReply({ response, url, requestBodyValues }: Received) {
  return {
    url,
    requestBodyValues,
    statusCode: response.status,
    responseHeaders: extractResponseHeaders(response),
  };
}
