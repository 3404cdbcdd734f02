import type { APICallError } from '@ai-sdk/provider';

/**
 * What is retried, and by whom. The AI SDK retries a failed call, up to its
 * `maxRetries`, after every error whose `isRetryable` is true. Nothing else
 * retries a call of one batch. A call of several batches would often fail as a
 * whole, so each of its batches is also retried inside the call, up to
 * {@link BATCH_RETRIES} times:
 *
 * | failure           | AI SDK | inside, HTTP | inside, native              |
 * |-------------------|--------|--------------|-----------------------------|
 * | `passing-status`  | yes    | yes          | 408 and 409 here; 429 and   |
 * |                   |        |              | 5xx by the client itself    |
 * | `final-status`    | no     | no           | no                          |
 * | `no-connection`   | yes    | where the    | by the client twice, then   |
 * |                   |        | server has   | over HTTP                   |
 * |                   |        | answered     |                             |
 * | `lost-connection` | yes    | yes          | as `no-connection`          |
 * | `no-answer`       | yes    | no           | by the client once          |
 * | `wrong-reply`     | no     | no           | no (too large, or no JSON)  |
 *
 * The native client's own retries cannot be switched off: see
 * {@link NATIVE_CLIENT_RETRIES}.
 */
export type Failure =
  | 'passing-status'
  | 'final-status'
  | 'no-connection'
  | 'lost-connection'
  | 'no-answer'
  | 'wrong-reply';

/** Retries by the native client, after 429 and 5xx; cannot be changed (0.0.10). */
export const NATIVE_CLIENT_RETRIES = 4;

/** Retries of each batch in a call of several. */
export const BATCH_RETRIES = {
  default: NATIVE_CLIENT_RETRIES,
  minimum: 0,
  maximum: 10,
} as const;

/** Waits before retries; the native client's own. */
export const RETRY_WAIT = {
  initialInMs: 125,
  backoffFactor: 4,
  /** A server that asks for a longer wait than this gets the usual backoff. */
  maxRetryAfterInMs: 60_000,
} as const;

/** Whether a failure is retried inside a call over HTTP. */
export function isRetriedOverHttp(
  error: APICallError,
  { hasAnswered }: { hasAnswered: boolean },
): boolean {
  switch (classifyFailure(error)) {
    case 'passing-status':
    case 'lost-connection':
      return true;
    // Report an unknown host at once; a host that has answered may return.
    case 'no-connection':
      return hasAnswered;
    default:
      return false;
  }
}

/** Whether a failure is retried over native, beyond the client's own retries. */
export function isRetriedOverNative({ statusCode }: APICallError): boolean {
  return statusCode === 408 || statusCode === 409;
}

export function classifyFailure(error: APICallError): Failure {
  if (isTimeout(error.cause)) {
    return 'no-answer';
  }
  if (error.statusCode != null && error.statusCode >= 400) {
    return error.isRetryable ? 'passing-status' : 'final-status';
  }
  if (!error.isRetryable) {
    return 'wrong-reply';
  }
  return isUnreachable(error.cause) ? 'no-connection' : 'lost-connection';
}

/** Our own timeout, or the 300 s of Node's `fetch`. Do not retry it inside: five
 * attempts of 600 s would hold the call for 50 minutes. */
export function isTimeout(cause: unknown): boolean {
  return hasCause(
    cause,
    ({ name, code }) =>
      name === 'TimeoutError' ||
      code === 'UND_ERR_HEADERS_TIMEOUT' ||
      code === 'UND_ERR_BODY_TIMEOUT',
  );
}

/** Recognized by the codes of Node and Bun and the messages of Deno and Node. */
function isUnreachable(cause: unknown): boolean {
  return hasCause(
    cause,
    ({ code, message }) =>
      /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ConnectionRefused|FailedToOpenSocket)$/.test(
        String(code),
      ) || /client error \(Connect\)|^bad port$/.test(String(message)),
  );
}

/** Searches the causes, and the attempts at several addresses. */
function hasCause(
  cause: unknown,
  isMeant: (error: Record<string, unknown>) => boolean,
  depth = 0,
): boolean {
  if (cause == null || typeof cause !== 'object' || depth > 5) {
    return false;
  }
  const { name, code, message, cause: inner, errors } = Object(cause);
  return (
    isMeant({ name, code, message }) ||
    [inner, ...(Array.isArray(errors) ? errors : [])].some(error =>
      hasCause(error, isMeant, depth + 1),
    )
  );
}
