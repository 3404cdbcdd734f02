import {
  InvalidResponseDataError,
  TypeValidationError,
} from '@ai-sdk/provider';

/**
 * The error for a reply that would give a wrong result. It names what was
 * expected and what came, and does not repeat the reply, which may be large.
 */
export function invalidReply(
  expected: string,
  received: string,
): InvalidResponseDataError {
  return new InvalidResponseDataError({
    data: received,
    message: `Invalid reply: expected ${expected}, got ${received}.`,
  });
}

/** The error for a field of a chat reply that has the wrong type. */
export function invalidField(
  field: string,
  expected: string,
  received: unknown,
): TypeValidationError {
  return new TypeValidationError({
    value: received,
    cause: new TypeError(
      `Expected ${field} to be ${expected}, got ${describe(received)}.`,
    ),
  });
}

/** The error for a tool call that has something, but no name. */
export function createNamelessError(
  received: unknown,
): InvalidResponseDataError {
  return new InvalidResponseDataError({
    data: received,
    message: "Expected 'function.name' of a tool call, got none.",
  });
}

/** Describes a value of a reply without repeating it. */
export function describe(value: unknown): string {
  if (typeof value === 'string') {
    return `a string of ${value.length} characters`;
  }
  if (Array.isArray(value)) {
    return `an array of ${value.length}`;
  }
  return value != null && typeof value === 'object'
    ? 'an object'
    : String(value);
}
