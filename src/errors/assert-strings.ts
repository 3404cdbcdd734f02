import { InvalidArgumentError } from '@ai-sdk/provider';

/** @throws InvalidArgumentError that names the first value at fault. */
export function assertStrings(
  argument: string,
  values: readonly unknown[],
): void {
  const index = values.findIndex(value => typeof value !== 'string');

  if (index !== -1) {
    throw new InvalidArgumentError({
      argument,
      message: `Expected ${argument}[${index}] to be a string, got ${typeof values[index]}.`,
    });
  }
}
