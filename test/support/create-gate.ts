import { setTimeout } from 'node:timers/promises';

/** A place where concurrent work waits until the test lets it go on. */
export interface Gate {
  /** Waits until the gate is open. */
  pass: () => Promise<undefined>;
  /**
   * How many wait at the gate when as many as expected have come, and some time
   * has passed in which more could have.
   */
  waiting(expected: number): Promise<number>;
  /** The most that waited at the same time. */
  readonly peak: number;
  open(): void;
}

export function createGate(): Gate {
  let waiting = 0;
  let peak = 0;
  let open = () => {};
  const opened = new Promise<void>(resolve => {
    open = resolve;
  });

  return {
    pass: async () => {
      waiting += 1;
      peak = Math.max(peak, waiting);
      await opened;
      // Whoever comes later is counted together with who is still here.
      await setTimeout(1);
      waiting -= 1;
      return undefined;
    },
    waiting: async expected => {
      const deadline = performance.now() + 10_000;
      while (waiting < expected && performance.now() < deadline) {
        await setTimeout(5);
      }
      await setTimeout(50);
      return waiting;
    },
    get peak() {
      return peak;
    },
    open: () => open(),
  };
}
