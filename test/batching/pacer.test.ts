import { setImmediate, setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPacer, type Pacer } from '../../src/batching/pacer';

/** A decoding that takes a turn of its own. */
const A_TURN_IN_MS = 3.1;

afterEach(() => {
  vi.restoreAllMocks();
});

describe('decodeInTurn', () => {
  it('decodes in order, once per turn of the event loop', async () => {
    const { turn, stop } = countTurns();
    const pacer = createPacer();
    const decoded = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        pacer.decodeInTurn(() => {
          takeTime(A_TURN_IN_MS);
          return { index, turn: turn() };
        }),
      ),
    );
    await stop();

    expect(decoded.map(({ index }) => index)).toEqual([...decoded.keys()]);
    expect(new Set(decoded.map(turned => turned.turn)).size).toBe(20);
  });

  it('decodes what takes next to no time in fewer turns', async () => {
    const { turn, stop } = countTurns();
    const pacer = createPacer();
    const turns = await Promise.all(
      Array.from({ length: 200 }, () => pacer.decodeInTurn(turn)),
    );
    await stop();

    expect(new Set(turns).size).toBeLessThan(50);
  });

  it('decodes for several calls, each in its turn', async () => {
    const { turn, stop } = countTurns();
    const finished: number[] = [];
    const turns = await Promise.all(
      Array.from({ length: 4 }, async (_, call) => {
        const pacer = createPacer();
        const decoded = await Promise.all(
          Array.from({ length: 20 }, () =>
            pacer.decodeInTurn(() => {
              takeTime(A_TURN_IN_MS);
              return turn();
            }),
          ),
        );
        finished.push(call);
        return decoded;
      }),
    );
    await stop();

    expect(new Set(turns.flat()).size).toBeGreaterThan(60);
    const last = turns.map(decoded => decoded.at(-1) ?? 0);
    expect(Math.max(...last) - Math.min(...last)).toBeLessThan(60);
    expect(finished).toHaveLength(4);
  });

  it('goes on after a decoding that fails', async () => {
    const pacer = createPacer();
    const failed = pacer.decodeInTurn(() => {
      throw new Error('no vector');
    });

    await expect(failed).rejects.toThrow('no vector');
    expect(await pacer.decodeInTurn(() => 'next')).toBe('next');
  });
});

describe('isTooSoon and isDecodingBehind', () => {
  it('lets a request start at once', () => {
    expect(hasRoom(createPacer())).toBe(true);
  });

  it('lets requests start together where replies cost next to nothing', async () => {
    const pacer = createPacer();
    await haveRepliesTake(pacer, 0);
    const answer = leaveUnanswered(pacer, 100);
    // A call takes longer to start so many.
    await setTimeout(1);

    expect(startAtOnce(pacer, 10)).toBe(10);
    answer();
  });

  it('spaces requests where replies take long to decode', async () => {
    const pacer = createPacer();
    await haveRepliesTake(pacer, 2);
    const answer = leaveUnanswered(pacer, 10);

    expect(startAtOnce(pacer, 5)).toBeLessThan(5);
    answer();
  });

  it('hardly changes the pace after one decoding that was interrupted', async () => {
    const pacer = createPacer();
    await haveRepliesTake(pacer, 0);
    await pacer.decodeInTurn(() => takeTime(40));
    const answer = leaveUnanswered(pacer, 40);

    expect(startAtOnce(pacer, 10)).toBe(10);
    answer();
  });

  it('never spaces requests while few are unanswered', async () => {
    const pacer = createPacer();
    await haveRepliesTake(pacer, 2);

    expect(startAtOnce(pacer, 4)).toBe(4);
  });

  it('waits for the decoding where answers come sooner than it is done', async () => {
    const pacer = createPacer();
    await haveRepliesTake(pacer, 2);
    pacer.countRequest()();
    const decodings = leaveUndecoded(pacer, 30);
    while (!hasRoom(pacer)) await setTimeout(1);

    expect(decodings.left).toBeLessThanOrEqual(4);
    await decodings.all;
  });

  it('does not wait for the decoding where answers take long', async () => {
    const pacer = createPacer();
    await haveRepliesTake(pacer, 0);
    // One slow answer does not make a slow server.
    const answer = leaveUnanswered(pacer, 1000);
    await setTimeout(60);
    answer();
    const decodings = leaveUndecoded(pacer, 20);
    while (!hasRoom(pacer)) await setTimeout(1);

    expect(decodings.left).toBeGreaterThan(10);
    await decodings.all;
  });

  it('counts a request no more that is answered', async () => {
    const pacer = createPacer();
    await haveRepliesTake(pacer, 2);
    leaveUnanswered(pacer, 10)();

    expect(startAtOnce(pacer, 3)).toBe(3);
  });

  it('knows nothing of other calls', async () => {
    await haveRepliesTake(createPacer(), 5);
    const answer = leaveUnanswered(createPacer(), 100);
    const pacer = createPacer();
    await haveRepliesTake(pacer, 0);

    expect(startAtOnce(pacer, 10)).toBe(10);
    answer();
  });
});

describe('a clock that jumps', () => {
  it.each([60_000, 3_600_000])(
    'by %i ms in a decoding holds nothing up for long',
    async milliseconds => {
      const { pacer, jump } = await createPacerWithClock();
      await pacer.decodeInTurn(() => jump(milliseconds));
      const answer = leaveUnanswered(pacer, 10);
      jump(200);

      expect(hasRoom(pacer)).toBe(true);
      answer();
    },
  );

  it.each([-60_000, -3_600_000])(
    'by %i ms holds nothing up for long',
    async milliseconds => {
      const { pacer, jump } = await createPacerWithClock();
      const answer = leaveUnanswered(pacer, 10);
      jump(milliseconds);
      await pacer.decodeInTurn(() => jump(milliseconds));
      answer();
      const others = leaveUnanswered(pacer, 10);
      jump(200);

      expect(hasRoom(pacer)).toBe(true);
      others();
    },
  );
});

/** A pacer that was loaded with a clock of the test's. */
async function createPacerWithClock() {
  let time = 10_000_000;
  vi.spyOn(performance, 'now').mockImplementation(() => time);
  vi.resetModules();
  const module = await import('../../src/batching/pacer');
  return {
    pacer: module.createPacer(),
    jump: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

/** Counts turns of the event loop until it is stopped. */
function countTurns() {
  let turn = 0;
  let isDone = false;
  const counting = (async () => {
    while (!isDone) {
      await setImmediate();
      turn += 1;
    }
  })();
  return {
    turn: () => turn,
    stop: async () => {
      isDone = true;
      await counting;
    },
  };
}

function hasRoom(pacer: Pacer): boolean {
  return !pacer.isTooSoon() && !pacer.isDecodingBehind();
}

/** How many of some requests can start in this turn of the event loop. */
function startAtOnce(pacer: Pacer, requests: number): number {
  let started = 0;
  while (started < requests && hasRoom(pacer)) {
    pacer.countRequest();
    started += 1;
  }
  return started;
}

/** Returns what answers them all. */
function leaveUnanswered(pacer: Pacer, requests: number): () => void {
  const answers = Array.from({ length: requests }, () => pacer.countRequest());
  return () => {
    for (const answer of answers) {
      answer();
    }
  };
}

function leaveUndecoded(pacer: Pacer, replies: number) {
  const decodings = {
    left: replies,
    all: Promise.all(
      Array.from({ length: replies }, () =>
        pacer.decodeInTurn(() => {
          decodings.left -= 1;
        }),
      ),
    ),
  };
  return decodings;
}

/** Decodes so much that it becomes what is usual. */
async function haveRepliesTake(
  pacer: Pacer,
  milliseconds: number,
): Promise<void> {
  for (let reply = 0; reply < 80; reply++) {
    await pacer.decodeInTurn(() => takeTime(milliseconds));
  }
}

function takeTime(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}
