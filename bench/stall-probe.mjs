import { setTimeout } from 'node:timers/promises';

const INTERVAL = 2;

/**
 * Watches how long the event loop keeps a timer waiting. Resolves once the
 * timer runs, so that a stall right after counts from its beginning.
 *
 * @returns {Promise<{ stop: () => Promise<number> }>} `stop` waits for one more
 * turn, so that a stall right before counts to its end, and gives the longest
 * in milliseconds.
 */
export async function startStallProbe() {
  let last = performance.now();
  let longest = 0;
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last - INTERVAL);
    last = now;
  };
  const timer = setInterval(tick, INTERVAL);

  await setTimeout(10 * INTERVAL);
  tick();
  longest = 0;

  return {
    stop: async () => {
      await setTimeout(INTERVAL);
      tick();
      clearInterval(timer);
      return longest;
    },
  };
}
