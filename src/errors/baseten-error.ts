import { APICallError } from '@ai-sdk/provider';
import { getErrorMessage } from '@ai-sdk/provider-utils';
import { describeStatus } from './describe-status';
import { isTemporary } from './is-temporary';
import { describeNoJson, parseErrorBody } from './parse-error-body';

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

/** The error for a request without an answer, which can be sent again. */
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

/**
 * The error for a reply that is not JSON, in the server's words. Retryable if it
 * may be JSON truncated or garbled on the way, or a proxy's page that says so.
 */
export function createUnreadableError({
  responseBody,
  ...request
}: {
  url: string;
  requestBodyValues: unknown;
  statusCode?: number | undefined;
  responseHeaders?: Record<string, string> | undefined;
  responseBody: string;
  cause: unknown;
}): APICallError {
  const received = describeNoJson(responseBody);
  return new APICallError({
    ...request,
    message: `Expected a JSON reply, got ${received ?? `one that cannot be read: ${getErrorMessage(request.cause)}`}.`,
    responseBody,
    isRetryable: received === undefined || isTemporary(received),
  });
}
