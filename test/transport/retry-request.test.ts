import { APICallError } from '@ai-sdk/provider';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { captureError } from '../support/capture-error';

/** Loaded while timers are faked, so that its clock is the test's. */
let retryRequest: typeof import('../../src/transport/retry-request').retryRequest;

const failure = (responseHeaders: Record<string, string> = {}) =>
  new APICallError({
    message: 'not now',
    url: 'http://localhost',
    requestBodyValues: {},
    statusCode: 503,
    responseHeaders,
  });

/** Waits before each attempt but the first, in milliseconds. */
async function measureWaits(...errors: Error[]): Promise<number[]> {
  const times: number[] = [];
  const done = retryRequest(
    async () => {
      times.push(Date.now());
      const error = errors[times.length - 1];
      if (error != null) throw error;
    },
    {
      retries: 4,
      abortSignal: undefined,
      shouldRetry: ({ isRetryable }) => isRetryable,
    },
  );
  await Promise.all([done, vi.runAllTimersAsync()]);
  return times.slice(1).map((time, index) => time - (times[index] ?? 0));
}

describe('retryRequest', () => {
  beforeEach(async () => {
    vi.useFakeTimers();
    vi.resetModules();
    ({ retryRequest } = await import('../../src/transport/retry-request'));
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('waits four times as long after each failure, a quarter more or less', async () => {
    const waits = await measureWaits(
      failure(),
      failure(),
      failure(),
      failure(),
    );

    expect(waits).toHaveLength(4);
    for (const [index, expected] of [125, 500, 2000, 8000].entries()) {
      expect(waits[index]).toBeGreaterThanOrEqual(Math.floor(expected * 0.75));
      expect(waits[index]).toBeLessThanOrEqual(Math.ceil(expected * 1.25));
    }
  });

  it('does not wait equally long each time', async () => {
    const waits = new Set<number | undefined>();
    for (let round = 0; round < 20; round++) {
      waits.add((await measureWaits(failure()))[0]);
    }
    expect(waits.size).toBeGreaterThan(1);
  });

  it.each([
    [{ 'retry-after-ms': '1234' }, 1234],
    [{ 'retry-after-ms': '0' }, 0],
    [{ 'retry-after': '3' }, 3000],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after': '60' }, 60_000],
    [{ 'retry-after-ms': '50', 'retry-after': '3' }, 50],
    [{ 'retry-after-ms': 'soon', 'retry-after': '3' }, 3000],
  ])('waits as long as %j asks', async (headers, wait) => {
    expect(await measureWaits(failure(headers))).toEqual([wait]);
  });

  it('waits until the date that is asked for', async () => {
    vi.setSystemTime('2026-11-22T12:00:00Z');
    const headers = { 'retry-after': 'Sun, 22 Nov 2026 12:00:07 GMT' };

    expect(await measureWaits(failure(headers))).toEqual([7000]);
  });

  it.each([
    [{ 'retry-after': '61' }],
    [{ 'retry-after': '-1' }],
    [{ 'retry-after': 'later' }],
    [{ 'retry-after-ms': '60001' }],
    [{ 'retry-after-ms': 'Infinity' }],
    [{ 'retry-after': 'Sun, 22 Nov 2015 12:00:07 GMT' }],
  ])('waits as usual when %j asks for no sensible time', async headers => {
    const [wait] = await measureWaits(failure(headers));

    expect(wait).toBeGreaterThanOrEqual(93);
    expect(wait).toBeLessThanOrEqual(157);
  });

  it('throws the last error itself after five attempts', async () => {
    const errors = Array.from({ length: 5 }, () => failure());
    const error = captureError(() => measureWaits(...errors));
    await vi.runAllTimersAsync();

    expect(await error).toBe(errors[4]);
  });

  it('makes one attempt without retries', async () => {
    let attempts = 0;
    const error = await captureError(() =>
      retryRequest(
        () => {
          attempts += 1;
          return Promise.reject(failure());
        },
        { retries: 0, abortSignal: undefined, shouldRetry: () => true },
      ),
    );

    expect(error).toHaveProperty('statusCode', 503);
    expect(attempts).toBe(1);
  });

  it('throws an error that is not to be retried at once', async () => {
    const error = new Error('no');

    expect(await captureError(() => measureWaits(error))).toBe(error);
    expect(await captureError(() => measureWaits(failure(), error))).toBe(
      error,
    );
  });

  it('stops waiting when the signal is aborted', async () => {
    const controller = new AbortController();
    const error = captureError(() =>
      retryRequest(() => Promise.reject(failure()), {
        retries: 4,
        abortSignal: controller.signal,
        shouldRetry: () => true,
      }),
    );
    await vi.advanceTimersByTimeAsync(1);
    controller.abort();

    expect(await error).toHaveProperty('name', 'AbortError');
    expect(vi.getTimerCount()).toBe(0);
  });
});
