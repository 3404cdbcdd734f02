import type { APICallError } from '@ai-sdk/provider';

/**
 * Who sends what again. A failed call is the AI SDK's to repeat: as often as
 * its `maxRetries` says, after every error whose `isRetryable` is true. That
 * is all that repeats a call of one batch. A call of several batches would
 * often fail as a whole, so that each of its batches is repeated inside the
 * call as well, up to {@link BATCH_RETRIES} times:
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
 * The native client's own retries cannot be switched off (0.0.10).
 */
export type Failure =
  | 'passing-status'
  | 'final-status'
  | 'no-connection'
  | 'lost-connection'
  | 'no-answer'
  | 'wrong-reply';

/** Retries of each batch in a call of several; the native client's number. */
export const BATCH_RETRIES = { default: 4, minimum: 0, maximum: 10 } as const;

/** Waits between them; those of the native client. */
export const RETRY_WAIT = {
  initialInMs: 125,
  backoffFactor: 4,
  /** A server that asks for a longer wait than this gets the usual backoff. */
  maxRetryAfterInMs: 60_000,
} as const;

/** What is repeated inside a call over HTTP. */
export function isRetriedOverHttp(
  error: APICallError,
  { hasAnswered }: { hasAnswered: boolean },
): boolean {
  switch (classifyFailure(error)) {
    case 'passing-status':
    case 'lost-connection':
      return true;
    // A host that does not exist is told at once; one that is gone may return.
    case 'no-connection':
      return hasAnswered;
    default:
      return false;
  }
}

/** What is repeated over native, beyond what the client does itself. */
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

/** Our own timeout, or that of Node's `fetch` (300 s) before it. */
export function isTimeout(cause: unknown): boolean {
  return hasCause(
    cause,
    ({ name, code }) =>
      name === 'TimeoutError' ||
      code === 'UND_ERR_HEADERS_TIMEOUT' ||
      code === 'UND_ERR_BODY_TIMEOUT',
  );
}

/** By the codes of Node and Bun, and the words of Deno. */
function isUnreachable(cause: unknown): boolean {
  return hasCause(
    cause,
    ({ code, message }) =>
      /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ConnectionRefused|FailedToOpenSocket)$/.test(
        String(code),
      ) || /client error \(Connect\)/.test(String(message)),
  );
}

/** Looks through the causes, and the attempts at several addresses. */
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
