import { APICallError } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import {
  classifyFailure,
  isRetriedOverHttp,
  isRetriedOverNative,
} from '../../src/transport/retry-policy';

const withCode = (code: string) => Object.assign(new Error('no'), { code });

/** What fails, as what, and what repeats it: the SDK, HTTP, native. */
const FAILURES: Array<
  [
    name: string,
    error: { statusCode?: number; isRetryable?: boolean; cause?: unknown },
    failure: string,
    repeated: { sdk: boolean; http: boolean; native: boolean },
  ]
> = [
  ...[408, 409].map((statusCode): (typeof FAILURES)[number] => [
    `status ${statusCode}`,
    { statusCode },
    'passing-status',
    { sdk: true, http: true, native: true },
  ]),
  ...[429, 500, 502, 503, 529].map((statusCode): (typeof FAILURES)[number] => [
    `status ${statusCode}`,
    { statusCode },
    'passing-status',
    { sdk: true, http: true, native: false },
  ]),
  ...[400, 401, 403, 404, 413, 422].map(
    (statusCode): (typeof FAILURES)[number] => [
      `status ${statusCode}`,
      { statusCode },
      'final-status',
      { sdk: false, http: false, native: false },
    ],
  ),
  ...[
    withCode('ENOTFOUND'),
    new TypeError('fetch failed', { cause: withCode('ECONNREFUSED') }),
    new AggregateError([withCode('ECONNREFUSED'), withCode('ENETUNREACH')]),
    withCode('ConnectionRefused'),
    new TypeError('fetch failed', { cause: new Error('bad port') }),
    new TypeError('error sending request: client error (Connect)'),
  ].map((cause): (typeof FAILURES)[number] => [
    `no connection (${cause})`,
    { isRetryable: true, cause },
    'no-connection',
    { sdk: true, http: false, native: false },
  ]),
  ...[withCode('ECONNRESET'), new TypeError('terminated'), 'text'].map(
    (cause): (typeof FAILURES)[number] => [
      `a lost connection (${cause})`,
      { isRetryable: true, cause },
      'lost-connection',
      { sdk: true, http: true, native: false },
    ],
  ),
  [
    'a reply that cannot be read',
    { statusCode: 200, isRetryable: true, cause: new SyntaxError('no JSON') },
    'lost-connection',
    { sdk: true, http: true, native: false },
  ],
  ...[
    new DOMException('too late', 'TimeoutError'),
    new TypeError('fetch failed', {
      cause: withCode('UND_ERR_HEADERS_TIMEOUT'),
    }),
    new TypeError('terminated', { cause: withCode('UND_ERR_BODY_TIMEOUT') }),
  ].map((cause): (typeof FAILURES)[number] => [
    `a timeout (${cause})`,
    { isRetryable: true, cause },
    'no-answer',
    { sdk: true, http: false, native: false },
  ]),
  [
    'a reply that is too large',
    { statusCode: 200, isRetryable: false },
    'wrong-reply',
    { sdk: false, http: false, native: false },
  ],
];

describe('the retry policy', () => {
  it.each(FAILURES)(
    'knows who repeats what: %s',
    (_name, fields, failure, repeated) => {
      const error = new APICallError({
        message: 'failed',
        url: 'http://localhost',
        requestBodyValues: {},
        ...fields,
      });

      expect(classifyFailure(error)).toBe(failure);
      expect({
        sdk: error.isRetryable,
        http: isRetriedOverHttp(error, { hasAnswered: false }),
        native: isRetriedOverNative(error),
      }).toEqual(repeated);
    },
  );

  it('repeats a connection that is refused where a server has answered', () => {
    const error = new APICallError({
      message: 'failed',
      url: 'http://localhost',
      requestBodyValues: {},
      isRetryable: true,
      cause: withCode('ECONNREFUSED'),
    });

    expect(isRetriedOverHttp(error, { hasAnswered: true })).toBe(true);
  });

  it('ends at causes that go round in a circle', () => {
    const cause: { cause?: unknown } = {};
    cause.cause = cause;
    const error = new APICallError({
      message: 'failed',
      url: 'http://localhost',
      requestBodyValues: {},
      isRetryable: true,
      cause,
    });

    expect(classifyFailure(error)).toBe('lost-connection');
  });
});
