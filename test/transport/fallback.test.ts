import { describe, expect, it } from 'vitest';
import { runJobs } from '../support/run-jobs';

const results = await runJobs(new URL('./fallback-jobs.ts', import.meta.url));

const call = (transport: string, requests = 1) => ({
  isRight: true,
  warnings: [],
  transport,
  requests,
});

/** A call that knows that native has no answer there. */
const callOverHttp = (requests = 1) => ({
  ...call('http', requests),
  warnings: [
    {
      type: 'other',
      message:
        'The injected performanceClient is not used for this call: it had no answer from the endpoint. The requests go over HTTP.',
    },
  ],
});

describe('an endpoint that the native client cannot talk to', () => {
  it('gets everything over HTTP, without an attempt by native', () => {
    expect(results.http1Only).toEqual({
      calls: [callOverHttp(), callOverHttp(), callOverHttp()],
      postedByNative: 0,
      received: ['1.1', '1.1', '1.1'],
    });
  });

  it('gets batches at the same time over HTTP as well', () => {
    expect(results.http1OnlyWithManyBatches).toEqual({
      calls: [callOverHttp(40), callOverHttp(40)],
      postedByNative: 0,
      received: 80,
    });
  });
});

describe('an endpoint that the native client has talked to', () => {
  it('gets only what was cut over HTTP, and the next natively again', () => {
    expect(results.cutOnceAfterAnAnswer).toEqual({
      calls: [call('native'), call('http'), call('native')],
      received: ['2.0', '1.1', '2.0'],
    });
  });

  it('gets only the batch that was cut over HTTP', () => {
    expect(results.cutForOneBatchOfMany).toEqual({
      call: call('http', 12),
      overHttp: 1,
    });
  });
});

describe('a reply that the native client cannot read', () => {
  it('is fetched over HTTP when it is no JSON', () => {
    expect(results.unreadableOverNative).toEqual({
      calls: [call('http')],
      postedByNative: 1,
      received: ['2.0', '1.1'],
    });
  });

  it('is fetched over HTTP when it is cut', () => {
    expect(results.cutInBodyOverNative).toEqual({
      calls: [call('http')],
      postedByNative: 1,
      received: ['2.0', '1.1'],
    });
  });
});

it('shows the error of HTTP when both fail, and tries natively again', () => {
  expect(results.bothFail).toEqual({
    error: {
      message: 'said over HTTP',
      statusCode: 422,
      isRetryable: false,
    },
    next: call('native'),
    last: '2.0',
  });
});

it('does not try HTTP after a timeout', () => {
  const { url, ...timeout } = Object(results.timeout);

  expect(timeout).toEqual({
    error: {
      message: `Expected ${url} to answer within 1 s, got nothing.`,
      isRetryable: true,
    },
    received: ['2.0'],
  });
});

it('writes nothing to standard error', () => {
  expect(results.stderr).toBe('');
});
