import { afterEach, describe, expect, it, vi } from 'vitest';
import { captureError } from '../support/capture-error';

afterEach(() => {
  vi.useRealTimers();
});

async function load() {
  vi.resetModules();
  return await import('../../src/utils/timers');
}

describe('timers that are faked', () => {
  it('do not stop what was loaded before', async () => {
    const { sleep, nextTurn, now } = await load();
    vi.useFakeTimers({ toFake: ['setTimeout', 'setImmediate', 'performance'] });
    const start = now();
    await sleep(5);
    await nextTurn();

    expect(now() - start).toBeGreaterThanOrEqual(4);
  });

  it('do not stop what was loaded meanwhile, once they are real again', async () => {
    vi.useFakeTimers();
    const { sleep, nextTurn, now } = await load();
    vi.useRealTimers();
    const start = now();
    await sleep(5);
    await nextTurn();

    expect(now() - start).toBeGreaterThanOrEqual(4);
  });
});

describe('nextTurn', () => {
  it('works where setImmediate throws when it is called', async () => {
    vi.stubGlobal('setImmediate', () => {
      throw new Error('not supported');
    });
    const { nextTurn } = await load();
    vi.unstubAllGlobals();

    expect(await nextTurn()).toBeUndefined();
  });
});

describe('sleep', () => {
  it('ends with the reason of an abort, at once and before', async () => {
    const { sleep } = await load();
    const controller = new AbortController();
    const sleeping = captureError(() => sleep(60_000, controller.signal));
    controller.abort('enough');

    expect(await sleeping).toBe('enough');
    expect(await captureError(() => sleep(1, controller.signal))).toBe(
      'enough',
    );
  });
});
