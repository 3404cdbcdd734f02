import { describe, expect, it } from 'vitest';
import { createRequestLimiter } from '../../src/transport/request-limiter';
import { createGate } from '../support/create-gate';

describe('createRequestLimiter', () => {
  it('runs as many requests as the only call asked for', async () => {
    const limiter = createRequestLimiter();
    const gate = createGate();
    limiter.enter(3);
    const all = Array.from({ length: 10 }, () => limiter.run(gate.pass));

    expect(await gate.waiting(3)).toBe(3);
    gate.open();
    await Promise.all(all);
    expect(gate.peak).toBe(3);
  });

  it('runs as many as the largest of several calls asked for', async () => {
    const limiter = createRequestLimiter();
    const gate = createGate();
    for (const asked of [2, 5, 3]) limiter.enter(asked);
    const all = Array.from({ length: 20 }, () => limiter.run(gate.pass));

    expect(await gate.waiting(5)).toBe(5);
    gate.open();
    await Promise.all(all);
    expect(gate.peak).toBe(5);
  });

  it('lowers the limit when the largest call leaves', async () => {
    const limiter = createRequestLimiter();
    const leave = limiter.enter(5);
    limiter.enter(2);
    leave();
    const gate = createGate();
    const all = Array.from({ length: 20 }, () => limiter.run(gate.pass));

    expect(await gate.waiting(2)).toBe(2);
    gate.open();
    await Promise.all(all);
    expect(gate.peak).toBe(2);
  });

  it('raises the limit for requests that already wait', async () => {
    const limiter = createRequestLimiter();
    const gate = createGate();
    limiter.enter(1);
    const all = Array.from({ length: 5 }, () => limiter.run(gate.pass));
    expect(await gate.waiting(1)).toBe(1);
    limiter.enter(4);

    expect(await gate.waiting(4)).toBe(4);
    gate.open();
    await Promise.all(all);
  });

  it('counts two calls that asked for the same apart', async () => {
    const limiter = createRequestLimiter();
    limiter.enter(4);
    limiter.enter(4)();
    const gate = createGate();
    const all = Array.from({ length: 8 }, () => limiter.run(gate.pass));

    expect(await gate.waiting(4)).toBe(4);
    gate.open();
    await Promise.all(all);
  });

  it('gives a place back when a request fails', async () => {
    const limiter = createRequestLimiter();
    limiter.enter(1);
    const failed = limiter.run(() => Promise.reject(new Error('no')));

    await expect(failed).rejects.toThrow('no');
    expect(await limiter.run(async () => 'next')).toBe('next');
  });
});
