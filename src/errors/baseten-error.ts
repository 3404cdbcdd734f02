import type { ProviderErrorStructure } from '@ai-sdk/openai-compatible';
import {
  APICallError,
  JSONParseError,
  TypeValidationError,
} from '@ai-sdk/provider';
import { once } from '../utils/once';
import {
  type BasetenErrorData,
  errorSchema,
  parseErrorBody,
} from './parse-error-body';

/** How openai-compatible reads Baseten's errors. */
export const basetenErrorStructure = once(
  (): ProviderErrorStructure<BasetenErrorData> => ({
    errorSchema: errorSchema(),
    errorToMessage: data => data.error.message,
  }),
);

/**
 * The error for a reply with an error status. Its message is the server's own
 * words or, when there are none, the status and its reason. Whether it can be
 * retried is the SDK's rule: 408, 409, 429 and every 5xx.
 */
export function createResponseError({
  statusCode,
  responseBody,
  ...request
}: {
  url: string;
  requestBodyValues: unknown;
  statusCode: number;
  responseHeaders?: Record<string, string> | undefined;
  responseBody: string;
  cause?: unknown;
}): APICallError {
  const body = parseErrorBody(responseBody);

  return new APICallError({
    ...request,
    message: body.message || describeStatus(statusCode),
    statusCode,
    responseBody,
    data: body.data,
  });
}

/** The error for a request that got no answer, which can be sent again. */
export function createNetworkError({
  message,
  ...request
}: {
  message: string;
  url: string;
  requestBodyValues: unknown;
  statusCode?: number;
  responseHeaders?: Record<string, string>;
  cause?: unknown;
}): APICallError {
  return new APICallError({ ...request, message, isRetryable: true });
}

/**
 * The error that a server reported inside a stream, with the server's words.
 * It has a status, and by the SDK's rule can be retried, only where the
 * server's error code is a status.
 *
 * @param error what openai-compatible made of it: the error's fields, or its
 * own error for an event that is not JSON or of no known form.
 * @returns `error` itself if that is about a chunk rather than from the server.
 */
export function createStreamError(
  error: unknown,
  request: {
    url: string;
    requestBodyValues: unknown;
    responseHeaders?: Record<string, string> | undefined;
  },
): unknown {
  const responseBody = serverText(error);
  if (responseBody === undefined) {
    return error;
  }

  const { message, data } = parseErrorBody(responseBody);
  const code = Number(data?.error.code);
  const statusCode = code >= 400 && code <= 599 ? code : undefined;
  return new APICallError({
    ...request,
    message:
      message ||
      (statusCode === undefined
        ? 'The server reported an error without a message.'
        : describeStatus(statusCode)),
    statusCode,
    responseBody,
    data,
    cause: error,
  });
}

/**
 * Gives an error of openai-compatible the server's words where its body was
 * not JSON, empty or of no known envelope: there it holds only `statusText`,
 * which is empty over HTTP/2. The same where a status of success came with an
 * error as its body. Other errors come back as they are.
 */
export function withServerMessage(error: unknown): unknown {
  return APICallError.isInstance(error) &&
    error.statusCode != null &&
    error.responseBody != null &&
    (error.statusCode >= 400 || parseErrorBody(error.responseBody).data != null)
    ? createResponseError({
        url: error.url,
        requestBodyValues: error.requestBodyValues,
        statusCode: error.statusCode,
        responseHeaders: error.responseHeaders,
        responseBody: error.responseBody,
        cause: error.cause,
      })
    : error;
}

/** What of an error in a stream the server said. */
function serverText(error: unknown): string | undefined {
  if (JSONParseError.isInstance(error)) {
    const isJson = /^\s*[{[]/.test(error.text);
    return isJson ? undefined : error.text;
  }
  if (TypeValidationError.isInstance(error)) {
    const { value } = error;
    const isError =
      typeof value === 'object' && value != null && 'error' in value;
    return isError ? JSON.stringify(value) : undefined;
  }
  if (error instanceof Error) {
    return undefined;
  }
  return typeof error === 'string' ? error : JSON.stringify(error);
}

function describeStatus(statusCode: number): string {
  return [statusCode, STATUS_REASONS[statusCode]].filter(Boolean).join(' ');
}

/** HTTP/2 has no reason phrases, so they are ours. */
const STATUS_REASONS: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  409: 'Conflict',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  424: 'Failed Dependency',
  429: 'Too Many Requests',
  499: 'Client Closed Request',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
  529: 'Overloaded',
};
