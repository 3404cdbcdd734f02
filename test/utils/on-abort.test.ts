import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { onAbort } from '../../src/utils/on-abort';

const listeners = (signal: AbortSignal) =>
  getEventListeners(signal, 'abort').length;

describe('onAbort', () => {
  it('calls everyone back once', () => {
    const controller = new AbortController();
    const called: string[] = [];
    onAbort(controller.signal, () => called.push('one'));
    onAbort(controller.signal, () => called.push('two'));
    controller.abort();
    controller.abort();

    expect(called).toEqual(['one', 'two']);
  });

  it('does not call back who has gone', () => {
    const controller = new AbortController();
    const called: string[] = [];
    onAbort(controller.signal, () => called.push('one'))();
    onAbort(controller.signal, () => called.push('two'));
    controller.abort();

    expect(called).toEqual(['two']);
  });

  it('has one listener for all, and none when all have gone', () => {
    const { signal } = new AbortController();
    const leave = Array.from({ length: 20 }, () => onAbort(signal, () => {}));
    expect(listeners(signal)).toBe(1);
    for (const take of leave) take();
    expect(listeners(signal)).toBe(0);
  });

  it('listens again after all have gone', () => {
    const controller = new AbortController();
    let calls = 0;
    onAbort(controller.signal, () => {})();
    onAbort(controller.signal, () => {
      calls += 1;
    });
    controller.abort();

    expect(calls).toBe(1);
  });

  it('does nothing without a signal', () => {
    expect(() => onAbort(undefined, () => {})()).not.toThrow();
  });
});
