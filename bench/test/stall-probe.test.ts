import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startStallProbe } from '../stall-probe.mjs';

function block(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {}
}

test('sees a stall right after the start', async () => {
  const probe = await startStallProbe();
  block(150);
  await setTimeout(20);
  expect(await probe.stop()).toBeGreaterThan(140);
});

test('sees a stall right before the end', async () => {
  const probe = await startStallProbe();
  await setTimeout(20);
  block(150);
  expect(await probe.stop()).toBeGreaterThan(140);
});

test('sees a stall that promises alone make', async () => {
  const probe = await startStallProbe();
  for (let turn = 0; turn < 15; turn++) {
    block(10);
    await Promise.resolve();
  }
  expect(await probe.stop()).toBeGreaterThan(140);
});
