import { APICallError } from '@ai-sdk/provider';
import { parseErrorBody } from './parse-error-body';

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
  statusCode?: number | undefined;
  responseHeaders?: Record<string, string> | undefined;
  cause?: unknown;
}): APICallError {
  return new APICallError({ ...request, message, isRetryable: true });
}

/** A status with its meaning. */
export function describeStatus(statusCode: number): string {
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
