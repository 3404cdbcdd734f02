import { APICallError } from '@ai-sdk/provider';
import { getErrorMessage } from '@ai-sdk/provider-utils';
import { isObject } from '../utils/json-object';
import { createNetworkError } from './baseten-error';
import { describeStatus } from './describe-status';
import { isTemporary } from './is-temporary';
import { errorSchema, parseErrorBody } from './parse-error-body';

/** The request of a reply, as its errors describe it. */
export interface RepliedRequest {
  url: string;
  requestBodyValues: unknown;
  statusCode?: number | undefined;
  responseHeaders?: Record<string, string> | undefined;
}

/**
 * The error that a server reported in a reply whose status says success, with
 * the server's words. Its status is the server's error code if that is one.
 *
 * @param responseBody the error in one of the known envelopes, or any text.
 */
export function createReportedError(
  responseBody: string,
  request: RepliedRequest,
): APICallError {
  const { message, data } = parseErrorBody(responseBody);
  const { code, type } = data?.error ?? {};
  const isStatus = Number(code) >= 400 && Number(code) <= 599;
  const statusCode = isStatus ? Number(code) : request.statusCode;

  return new APICallError({
    ...request,
    message:
      message ||
      (isStatus
        ? describeStatus(Number(code))
        : 'The server reported an error without a message.'),
    statusCode,
    responseBody,
    data,
    ...(!isStatus && {
      isRetryable: isTemporary([type, code, message].join(' ')),
    }),
  });
}

/**
 * @throws APICallError if a reply with a success status holds an error instead
 * of a result.
 */
export function assertNoReportedError(
  body: unknown,
  request: RepliedRequest,
): void {
  if (!isObject(body) || 'data' in body) {
    return;
  }
  const { success, data } = errorSchema().safeParse(body);
  if (success) {
    throw createReportedError(toJson(body) ?? JSON.stringify(data), {
      statusCode: 200,
      ...request,
    });
  }
}

/** The value as JSON; `undefined` if it is nested too deeply. */
function toJson(body: object): string | undefined {
  try {
    return JSON.stringify(body);
  } catch {
    return undefined;
  }
}

/** The error for an answer that ended with this finish reason. */
export function createGaveUpError(
  finishReason: string,
  request: RepliedRequest,
): APICallError {
  return createNetworkError({
    ...request,
    message: `The server gave up before the reply was complete: its finish reason is ${JSON.stringify(finishReason)}.`,
  });
}

/** The error for a stream that ended early, by itself or with an error. */
export function createIncompleteError(
  brokenBy: unknown,
  request: RepliedRequest,
): APICallError {
  return createNetworkError({
    ...request,
    message:
      brokenBy === undefined
        ? 'The stream ended before the reply was complete: it had neither a finish reason nor [DONE].'
        : `The connection broke before the reply was complete: ${getErrorMessage(brokenBy)}`,
    cause: brokenBy,
  });
}

/** The error for a reply that ended in the middle of a tool call. */
export function createHalfCallError(request: RepliedRequest): APICallError {
  return createNetworkError({
    ...request,
    message:
      'The reply ended before it was complete: the arguments of a tool call are not whole.',
  });
}

/** The error for a reply or an event that exceeds our limit. */
export function createTooLargeError(
  expected: string,
  request: RepliedRequest,
): APICallError {
  return new APICallError({
    ...request,
    message: `Expected ${expected}, got more.`,
    isRetryable: false,
  });
}
