import { InvalidArgumentError } from '@ai-sdk/provider';
import { describeType } from '../utils/describe-type';

/** @throws InvalidArgumentError unless the value is a string. */
export function assertString(
  argument: string,
  value: unknown,
): asserts value is string {
  if (typeof value !== 'string') {
    throw invalidType(argument, 'a string', value);
  }
}

/** @throws InvalidArgumentError unless the value is an array. */
export function assertArray(
  argument: string,
  value: unknown,
): asserts value is readonly unknown[] {
  if (!Array.isArray(value)) {
    throw invalidType(argument, 'an array', value);
  }
}

/** @throws InvalidArgumentError that names the first value at fault. */
export function assertStrings(
  argument: string,
  values: unknown,
): asserts values is readonly string[] {
  assertArray(argument, values);
  const index = values.findIndex(value => typeof value !== 'string');
  if (index !== -1) {
    assertString(`${argument}[${index}]`, values[index]);
  }
}

function invalidType(
  argument: string,
  expected: string,
  value: unknown,
): InvalidArgumentError {
  return new InvalidArgumentError({
    argument: /^\w*/.exec(argument)?.[0] ?? argument,
    message: `Expected ${argument} to be ${expected}, got ${describeType(value)}.`,
  });
}
