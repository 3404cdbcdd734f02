import { inspect } from 'node:util';
import { APICallError, InvalidResponseDataError, RetryError } from 'ai';
import type { FaultReason } from './faults';

/** Attempts of a call with the SDK's default of `maxRetries`. */
const CALL_ATTEMPTS = 3;

export interface Failure {
  /** Its class, if it wraps others that of the last of them, and the reason. */
  name: string;
  /** What it says has happened, as far as its message can be understood. */
  reason: FaultReason | undefined;
  /** What is not as promised; empty if all is well. */
  violations: string[];
}

/** What a caller learns from the error that a job ended with. */
export function describeFailure(error: unknown, apiKey: string): Failure {
  const isWrapped = RetryError.isInstance(error);
  const errors: unknown[] = isWrapped ? error.errors : [error];
  const reasons = errors.map(readReason);
  const violations: string[] = [];

  if (reasons.includes(undefined)) {
    violations.push(
      `an error says too little: ${inspect(error, { depth: 1 })}`,
    );
  }
  if (isWrapped && !reachedItsEnd(error)) {
    violations.push(`the SDK gave up after ${errors.length} attempts`);
  }
  if (inspect(error, { depth: 9, maxArrayLength: null }).includes(apiKey)) {
    violations.push('an error holds the API key');
  }

  const classes = [...(isWrapped ? [error] : []), errors.at(-1)].map(nameOf);
  const reason = reasons.at(-1);

  return { name: `${classes.join(' of ')}: ${reason}`, reason, violations };
}

function reachedItsEnd({ reason, errors }: RetryError): boolean {
  return reason === 'maxRetriesExceeded'
    ? errors.length === CALL_ATTEMPTS
    : InvalidResponseDataError.isInstance(errors.at(-1));
}

function readReason(error: unknown): FaultReason | undefined {
  if (InvalidResponseDataError.isInstance(error)) {
    return /^Invalid reply: expected .+, got .+\.$/.test(error.message)
      ? 'malformed reply'
      : undefined;
  }
  if (!APICallError.isInstance(error) || !error.isRetryable) {
    return undefined;
  }
  const { message, statusCode } = error;
  if (statusCode !== undefined && statusCode >= 400) {
    return message.trim() === '' ? undefined : `status ${statusCode}`;
  }
  return REASONS.find(([pattern]) => pattern.test(message))?.[1];
}

const REASONS: ReadonlyArray<[RegExp, FaultReason]> = [
  [/^Expected http\S+ to answer (?:in time|within)/, 'no answer in time'],
  [
    /^Expected a JSON reply, got (?:one that cannot be read: .|a page titled ")/,
    'unreadable reply',
  ],
  [/^Cannot connect to API: ./, 'cut connection'],
];

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
