import { type APICallError, EmptyResponseBodyError } from '@ai-sdk/provider';
import {
  createStatusCodeErrorResponseHandler,
  extractResponseHeaders,
  type FetchFunction,
  postToApi,
  type ResponseHandler,
} from '@ai-sdk/provider-utils';
import { createResponseError } from '../../errors/baseten-error';
import { createFetchTimeoutError } from '../../errors/fetch-timeout';
import { guardRedirects } from '../../transport/guard-redirects';

export interface ChatRequest<VALUE> {
  url: string;
  headers: Record<string, string>;
  body: Record<string, unknown>;
  /** The body, as sent. */
  content: string;
  abortSignal: AbortSignal | undefined;
  fetch: FetchFunction | undefined;
  /** Reads the body of a reply with a success status. */
  read: (response: Response) => Promise<VALUE>;
}

/** A reply with a success status. */
export interface ChatResponse<VALUE> {
  value: VALUE;
  statusCode: number;
  responseHeaders: Record<string, string>;
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
  ...request
}: ChatRequest<VALUE>): Promise<ChatResponse<VALUE>> {
  try {
    const { value } = await postToApi<ChatResponse<VALUE>>({
      ...request,
      fetch: guardRedirects(fetch),
      headers: { 'Content-Type': 'application/json', ...request.headers },
      body: { content, values: body },
      failedResponseHandler: readFailure,
      successfulResponseHandler: async ({ response }) => ({
        value: {
          value: await read(response),
          statusCode: response.status,
          responseHeaders: extractResponseHeaders(response),
        },
      }),
    });
    return value;
  } catch (error) {
    const { url } = request;
    throw (
      createFetchTimeoutError(error, { url, requestBodyValues: body }) ?? error
    );
  }
}

/** Returns the body of a reply as a stream. */
export async function bodyOf({
  body,
}: Response): Promise<ReadableStream<Uint8Array>> {
  if (body === null) {
    throw new EmptyResponseBodyError();
  }
  return body;
}

const readFailure: ResponseHandler<APICallError> = async request => {
  const { value } = await createStatusCodeErrorResponseHandler()(request);
  return {
    value: createResponseError({
      url: request.url,
      requestBodyValues: request.requestBodyValues,
      statusCode: request.response.status,
      responseHeaders: value.responseHeaders,
      responseBody: value.responseBody ?? '',
    }),
  };
};
