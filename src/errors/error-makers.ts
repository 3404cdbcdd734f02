import { InvalidArgumentError } from '@ai-sdk/provider';
import { createNetworkError } from './baseten-error';
import { describe, invalidReply } from './invalid-reply';
import { createReportedError } from './reported-error';

/**
 * Makers of errors for code that is loaded when a kind of model is first used.
 * Such code is handed what it needs and imports nothing at run time: a bundler
 * that writes a single file wraps whatever lazily loaded code imports, the AI
 * SDK and zod among it, which costs every app 3 kB gzipped.
 */
export const errorMakers = {
  createNetworkError,
  createReportedError,
  describe,
  invalidArgument,
  invalidReply,
};

export type ErrorMakers = typeof errorMakers;

/** @param message "Expected ..., got ...". */
function invalidArgument(
  argument: string,
  message: string,
): InvalidArgumentError {
  return new InvalidArgumentError({ argument, message });
}
