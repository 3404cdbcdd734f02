import { setImmediate, setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import {
  countRequest,
  takeTurn,
  waitForRoom,
} from '../../src/batching/event-loop';
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
    expect(await countWaiting(1)).toBe(0);
  });

  it('lets requests start together where replies cost next to nothing', async () => {
    await haveRepliesTake(0);
    const answer = leaveUnanswered(100);

    expect(await countWaiting(10)).toBe(0);
    await answer();
  });

  it('spaces requests where replies take long to decode', async () => {
    await haveRepliesTake(2);
    const answer = leaveUnanswered(10);

    expect(await countWaiting(5)).toBeGreaterThan(0);
    await answer();
  });

  it('never spaces requests while few are unanswered', async () => {
    await haveRepliesTake(2);
    const answer = leaveUnanswered(3);

    expect(await countWaiting(5)).toBe(0);
    await answer();
  });

  it('waits for the decoding where answers come sooner than it is done', async () => {
    await haveRepliesTake(2);
    await countRequest(async () => 'at once');
    const decodings = leaveUndecoded(30);
    await waitForRoom();

    expect(decodings.left).toBeLessThanOrEqual(4);
    await decodings.all;
  });

  it('does not wait for the decoding where answers take long', async () => {
    await haveRepliesTake(1);
    // One slow answer does not make a slow server.
    await Promise.all(
      Array.from({ length: 1000 }, () => countRequest(() => setTimeout(60))),
    );
    const decodings = leaveUndecoded(20);
    await waitForRoom();

    expect(decodings.left).toBeGreaterThan(10);
    await decodings.all;
  });

  it('counts a request no more that has failed', async () => {
    await haveRepliesTake(2);
    const failed = Array.from({ length: 10 }, () =>
      countRequest(() => Promise.reject(new Error('no'))).catch(() => {}),
    );
    await Promise.all(failed);

    expect(await countWaiting(3)).toBe(0);
  });
});

/** How many of some requests cannot start before the event loop turns. */
async function countWaiting(requests: number): Promise<number> {
  let waiting = requests;
  const all = Array.from({ length: requests }, () =>
    waitForRoom().then(() => {
      waiting -= 1;
    }),
  );
  await setImmediate();
  const result = waiting;
  await Promise.all(all);
  return result;
}

function leaveUnanswered(requests: number): () => Promise<void> {
  const gate = createGate();
  const all = Array.from({ length: requests }, () => countRequest(gate.pass));
  return async () => {
    gate.open();
    await Promise.all(all);
  };
}

function leaveUndecoded(replies: number) {
  const decodings = {
    left: replies,
    all: Promise.all(
      Array.from({ length: replies }, () =>
        takeTurn(() => {
          decodings.left -= 1;
        }),
      ),
    ),
  };
  return decodings;
}

/** Decodes so much that it becomes what is usual. */
async function haveRepliesTake(milliseconds: number): Promise<void> {
  for (let reply = 0; reply < 80; reply++) {
    await takeTurn(() => {
      const end = performance.now() + milliseconds;
      while (performance.now() < end);
    });
  }
}
