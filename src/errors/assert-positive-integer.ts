import { InvalidArgumentError } from '@ai-sdk/provider';
import { describeType } from '../utils/describe-type';
/** @throws InvalidArgumentError unless the value is missing or 1, 2, 3, ... */
export function assertPositiveInteger(argument: string, value: unknown): void {
  if (
    value != null &&
    !(typeof value === 'number' && Number.isInteger(value) && value > 0)
  ) {
    throw new InvalidArgumentError({
      argument,
      message: `Expected ${argument} to be a positive integer, got ${typeof value === 'number' ? value : describeType(value)}.`,
    });
  }
}
