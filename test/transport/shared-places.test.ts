import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { runBatches } from '../../src/batching/run-batches';
import { createRequestLimiter } from '../../src/transport/request-limiter';
import { createGate } from '../support/create-gate';

it('ends a call with its last reply, not with its next place', async () => {
  const limiter = createRequestLimiter();
  const gate = createGate();
  const run = (batches: string[], send: () => Promise<unknown>) =>
    runBatches({
      batches,
      results: [],
      maxConcurrentRequests: 2,
      limiter,
      abortSignal: undefined,
      send,
      read: reply => reply,
    });

  const order: string[] = [];
  // Takes both places, and gives them back one after the other.
  const large = run(['a', 'b', 'c', 'd'], gate.pass).then(() =>
    order.push('large'),
  );
  const small = run(['e'], async () => 'reply').then(() => order.push('small'));
  await setTimeout(20);
  gate.open();
  await Promise.all([large, small]);

  expect(order).toEqual(['small', 'large']);
});
