import { setImmediate, setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import {
  countRequest,
  takeTurn,
  waitForRoom,
} from '../../src/deployment/event-loop';
import { createGate } from '../support/create-gate';

describe('takeTurn', () => {
  it('decodes in order, once per turn of the event loop', async () => {
    let turn = 0;
    let isDone = false;
    const counting = (async () => {
      while (!isDone) {
        await setImmediate();
        turn += 1;
      }
    })();
    const decoded = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        takeTurn(() => ({ index, turn })),
      ),
    );
    isDone = true;
    await counting;

    expect(decoded.map(({ index }) => index)).toEqual([...decoded.keys()]);
    expect(new Set(decoded.map(turned => turned.turn)).size).toBe(20);
  });

  it('goes on after a decoding that fails', async () => {
    const failed = takeTurn(() => {
      throw new Error('no vector');
    });

    await expect(failed).rejects.toThrow('no vector');
    expect(await takeTurn(() => 'next')).toBe('next');
  });
});

describe('waitForRoom', () => {
  it('lets a request start at once', async () => {
    const order: string[] = [];
    const timer = setTimeout(0).then(() => order.push('timer'));
    await waitForRoom().then(() => order.push('request'));
    await timer;

    expect(order).toEqual(['request', 'timer']);
  });

  it('lets any number of requests start while nothing waits to be decoded', async () => {
    const gate = createGate();
    const requests = Array.from({ length: 100 }, () => countRequest(gate.pass));
    const order: string[] = [];
    const timer = setTimeout(0).then(() => order.push('timer'));
    await waitForRoom().then(() => order.push('request'));
    await timer;
    gate.open();
    await Promise.all(requests);

    expect(order).toEqual(['request', 'timer']);
  });

  it('waits until replies of a quick server are decoded', async () => {
    await countRequest(async () => 'at once');
    const decodings = Array.from({ length: 30 }, () => takeTurn(() => {}));
    let isDecoded = false;
    const all = Promise.all(decodings).then(() => {
      isDecoded = true;
    });
    await waitForRoom();

    expect(isDecoded).toBe(true);
    await all;
  });

  it('does not wait for the decoding where answers take long', async () => {
    // One slow answer does not make a slow server.
    await Promise.all(
      Array.from({ length: 1000 }, () => countRequest(() => setTimeout(60))),
    );
    let isDecoded = false;
    const decodings = Promise.all(
      Array.from({ length: 30 }, () => takeTurn(() => {})),
    ).then(() => {
      isDecoded = true;
    });
    await waitForRoom();

    expect(isDecoded).toBe(false);
    await decodings;
  });

  it('counts a request no more that has failed', async () => {
    const failed = Array.from({ length: 10 }, () =>
      countRequest(() => Promise.reject(new Error('no'))).catch(() => {}),
    );
    await Promise.all(failed);
    const order: string[] = [];
    const timer = setTimeout(0).then(() => order.push('timer'));
    await waitForRoom().then(() => order.push('request'));
    await timer;

    expect(order).toEqual(['request', 'timer']);
  });
});
