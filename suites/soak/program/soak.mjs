// A server under mixed load: `soak.mjs MINUTES SEED EXPECTATIONS`. Rests now
// and then and prints a sample of itself as a line of JSON. Run with
// --expose-gc.
import { getEventListeners, setMaxListeners } from 'node:events';
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { createCalls } from './create-calls.mjs';

const WORKERS = 12;
/** Between two calls of a worker: a server is not always at its limit. */
const PAUSE_IN_MS = 20;
/** Until what aborted requests leave behind is gone, in `fetch` as well. */
const REST_IN_MS = 3000;
const FINALIZE_IN_MS = 50;

const [, , minutes = '1', seed = '1', file = ''] = process.argv;
const samples = Number(minutes) < 5 ? 12 : 60;
const roundInMs = (Number(minutes) * 60_000) / samples;
const calls = createCalls({
  seed: Number(seed),
  expectations: JSON.parse(readFileSync(file, 'utf8')),
});
const delay = monitorEventLoopDelay({ resolution: 10 });
const start = performance.now();

/** @param {AbortSignal} abortSignal what the round's calls shared */
async function sample(abortSignal) {
  const stalled = {
    mean: (delay.mean || 0) / 1e6,
    p99: delay.percentile(99) / 1e6,
  };
  // Twice, with a pause: what the first one lets go is finalized in between,
  // among it the listeners that `fetch` leaves on a signal.
  globalThis.gc?.();
  await setTimeout(FINALIZE_IN_MS);
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  process.stdout.write(
    `\n${JSON.stringify({
      minute: (performance.now() - start) / 60_000,
      rss: rss / 2 ** 20,
      heap: (heapUsed + external) / 2 ** 20,
      handles: process.getActiveResourcesInfo().length,
      listeners: getEventListeners(abortSignal, 'abort').length,
      'loop delay': stalled.mean,
      'loop delay p99': stalled.p99,
      ...calls.counts,
      problems: calls.problems.splice(0),
    })}\n`,
  );
  delay.reset();
}

/**
 * @param {number} end
 * @param {AbortSignal} abortSignal
 */
async function work(end, abortSignal) {
  while (performance.now() < end) {
    await calls.makeOne(abortSignal);
    await setTimeout(PAUSE_IN_MS);
  }
}

for (let round = 0; round < samples; round++) {
  // One for all calls of the round, which shows listeners that stay. Not for the
  // whole run: Node.js keeps some 70 bytes on a signal for each request and each
  // AbortSignal.any that ever had it.
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  delay.enable();
  const end = performance.now() + roundInMs;
  await Promise.all(Array.from({ length: WORKERS }, () => work(end, signal)));
  delay.disable();
  await setTimeout(REST_IN_MS);
  await sample(signal);
}
