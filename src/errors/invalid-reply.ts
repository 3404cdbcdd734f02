import { InvalidResponseDataError } from '@ai-sdk/provider';

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

/** The error for a tool call that has arguments, but no name. */
export function createNamelessError(input: string): InvalidResponseDataError {
  return new InvalidResponseDataError({
    data: input,
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
