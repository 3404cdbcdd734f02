import { InvalidArgumentError } from '@ai-sdk/provider';

/** @param message "Expected ..., got ...". */
export function invalidArgument(
  argument: string,
  message: string,
): InvalidArgumentError {
  return new InvalidArgumentError({ argument, message });
}
