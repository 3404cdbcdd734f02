import { EmptyResponseBodyError } from '@ai-sdk/provider';
import {
  extractResponseHeaders,
  type FetchFunction,
  postToApi,
  type ResponseHandler,
} from '@ai-sdk/provider-utils';
import { createFetchTimeoutError } from '../../errors/fetch-timeout';
import type { RepliedRequest } from '../../errors/reported-error';
import { guardRedirects } from '../../transport/guard-redirects';
import { readError } from '../../transport/read-reply';

type Received = Parameters<ResponseHandler<unknown>>[0];

export interface ChatRequest<VALUE> {
  url: string;
  headers: Record<string, string>;
  body: Record<string, unknown>;
  /** The body, as sent. */
  content: string;
  abortSignal: AbortSignal | undefined;
  fetch: FetchFunction | undefined;
  /** Reads the body of a reply with a success status. */
  read: (received: Received) => Promise<VALUE>;
}

/** A reply with a success status. */
export interface ChatResponse<VALUE> {
  value: VALUE;
  /** The request as errors describe it. */
  request: RepliedRequest;
}

/**
 * Sends a chat request.
 *
 * @throws APICallError if there is no answer, or one with an error status.
 */
export async function postChatRequest<VALUE>({
  body,
  content,
  read,
  fetch,
  ...target
}: ChatRequest<VALUE>): Promise<ChatResponse<VALUE>> {
  const request = { url: target.url, requestBodyValues: body };
  try {
    const { value } = await postToApi<ChatResponse<VALUE>>({
      ...target,
      fetch: guardRedirects(fetch),
      headers: { 'Content-Type': 'application/json', ...target.headers },
      body: { content, values: body },
      failedResponseHandler: readError,
      successfulResponseHandler: async received => ({
        value: {
          value: await read(received),
          request: {
            ...request,
            statusCode: received.response.status,
            responseHeaders: extractResponseHeaders(received.response),
          },
        },
      }),
    });
    return value;
  } catch (error) {
    throw createFetchTimeoutError(error, request) ?? error;
  }
}

/** Returns the body of a reply as a stream. */
export async function bodyOf({
  response: { body },
}: Received): Promise<ReadableStream<Uint8Array>> {
  if (body === null) {
    throw new EmptyResponseBodyError();
  }
  return body;
}
