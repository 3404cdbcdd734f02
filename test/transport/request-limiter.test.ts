import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** Loaded while timers are faked, so that its clock is the test's. */
let createRequestLimiter: typeof import('../../src/transport/request-limiter').createRequestLimiter;

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  ({ createRequestLimiter } = await import(
    '../../src/transport/request-limiter'
  ));
});
afterEach(() => {
  vi.useRealTimers();
});

type Places = ReturnType<ReturnType<typeof createRequestLimiter>['enter']>;

/** Takes as many places as it gets, at most as many as asked for. */
function takeAll(places: Places, most = 1000): number {
  let taken = 0;
  while (taken < most && places.take()) taken += 1;
  return taken;
}

describe('createRequestLimiter', () => {
  it('gives a call as many places as it may have', () => {
    const limiter = createRequestLimiter(10);

    expect(takeAll(limiter.enter(3))).toBe(3);
  });

  it('gives all calls together as many as they share', () => {
    const limiter = createRequestLimiter(10);

    expect(takeAll(limiter.enter(6))).toBe(6);
    expect(takeAll(limiter.enter(6))).toBe(4);
  });

  it('gives a call that may have more its own number while it runs', () => {
    const limiter = createRequestLimiter(10);
    const large = limiter.enter(20);
    const other = limiter.enter(9);
    expect(takeAll(large)).toBe(20);
    large.leave();

    expect(takeAll(other)).toBe(9);
    expect(takeAll(limiter.enter(9))).toBe(1);
  });

  it('gives a place on that was given back', () => {
    const limiter = createRequestLimiter(2);
    const call = limiter.enter(2);
    expect(takeAll(call)).toBe(2);
    call.giveBack();

    expect(takeAll(call)).toBe(1);
  });

  it('leaves places to a call that waits for its share', () => {
    const limiter = createRequestLimiter(10);
    const large = limiter.enter(10);
    takeAll(large);
    const small = limiter.enter(10);
    expect(small.take()).toBe(false);
    for (let place = 0; place < 5; place++) {
      large.giveBack();
      expect(large.take()).toBe(false);
      expect(small.take()).toBe(true);
      expect(small.take()).toBe(false);
    }

    // With half of them each, who asks first gets the next one.
    large.giveBack();
    expect(large.take()).toBe(true);
  });

  it('leaves none to a call that has left', () => {
    const limiter = createRequestLimiter(4);
    const large = limiter.enter(4);
    takeAll(large);
    const small = limiter.enter(4);
    expect(small.take()).toBe(false);
    small.leave();
    large.giveBack();

    expect(large.take()).toBe(true);
  });

  it('takes the places back of a call that left with some', () => {
    const limiter = createRequestLimiter(4);
    const call = limiter.enter(4);
    takeAll(call);
    call.leave();
    call.giveBack();

    expect(takeAll(limiter.enter(9))).toBe(9);
    expect(takeAll(limiter.enter(4))).toBe(0);
  });

  it('takes the places back of a call that vanished, after 20 seconds at most', () => {
    const limiter = createRequestLimiter(4);
    takeAll(limiter.enter(4));
    // Its runtime has ended it, with its timers.
    vi.clearAllTimers();
    const call = limiter.enter(4);
    expect(call.take()).toBe(false);
    vi.advanceTimersByTime(20_000);

    expect(takeAll(call)).toBe(4);
  });

  it('keeps the places of a call that lives, however long its requests take', () => {
    const limiter = createRequestLimiter(4);
    takeAll(limiter.enter(4));
    const call = limiter.enter(4);
    for (let minute = 0; minute < 10; minute++) {
      vi.advanceTimersByTime(60_000);
      expect(call.take()).toBe(false);
    }
  });

  it.each([70_000, 3_600_000, -3_600_000])(
    'counts right again after the clock has jumped by %i ms',
    milliseconds => {
      const limiter = createRequestLimiter(4);
      const large = limiter.enter(4);
      takeAll(large);
      // Only the clock: as after a freeze, no timer has run yet.
      vi.spyOn(performance, 'now').mockReturnValue(
        performance.now() + milliseconds,
      );
      const other = limiter.enter(4);
      takeAll(other);
      vi.restoreAllMocks();
      vi.advanceTimersByTime(60_000);
      other.leave();
      for (let place = 0; place < 4; place++) large.giveBack();

      expect(takeAll(large)).toBe(4);
      expect(takeAll(limiter.enter(4))).toBe(0);
    },
  );
});
