import { InvalidArgumentError } from '@ai-sdk/provider';
import { normalizeHeaders } from '@ai-sdk/provider-utils';
import { describeType } from '../utils/describe-type';

/** Characters of a header's name, by RFC 9110. */
const SENDABLE_NAME = /^[\w!#$%&'*+.^`|~-]+$/;
/** `Headers` accepts more, which Node then refuses with its own error. */
const SENDABLE_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * @throws InvalidArgumentError that names the first header that cannot be
 * sent. Its value is not in the message, since it may be a key.
 */
export function assertHeaders(
  headers: Record<string, string | undefined> | undefined,
): void {
  for (const [name, value] of Object.entries(normalizeHeaders(headers))) {
    if (typeof value !== 'string') {
      throw invalidHeader(name, 'a string as its value', describeType(value));
    }
    if (!SENDABLE_NAME.test(name) || !SENDABLE_VALUE.test(value)) {
      throw invalidHeader(
        name,
        'a valid name and value',
        'one that cannot be sent',
      );
    }
  }
}

function invalidHeader(
  name: string,
  expected: string,
  received: string,
): InvalidArgumentError {
  return new InvalidArgumentError({
    argument: 'headers',
    message: `Expected header ${JSON.stringify(name)} to have ${expected}, got ${received}.`,
  });
}
