import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createRequestLimiter } from '../../src/transport/request-limiter';
import { createGate } from '../support/create-gate';
import { createJob } from '../support/create-job';

it('ends a call with its last reply, not with its next place', async () => {
  const limiter = createRequestLimiter(2);
  const gate = createGate();
  const settings = { limiter, maxConcurrentRequests: 2 };

  const order: string[] = [];
  const large = createJob(4, async () => `${await gate.pass()}`, settings)
    .run()
    .then(() => order.push('large'));
  const small = createJob(2, async () => 'reply', settings)
    .run()
    .then(() => order.push('small'));
  await setTimeout(20);
  gate.open();
  await Promise.all([large, small]);

  expect(order).toEqual(['small', 'large']);
});

it('lets many calls through that together want more than there is', async () => {
  const limiter = createRequestLimiter(3);
  let inFlight = 0;
  let peak = 0;
  const jobs = Array.from({ length: 12 }, () =>
    createJob(
      10,
      async () => {
        inFlight += 1;
        peak = Math.max(peak, inFlight);
        await setTimeout(1);
        inFlight -= 1;
        return 'reply';
      },
      { limiter, maxConcurrentRequests: 3 },
    ),
  );
  await Promise.all(jobs.map(({ run }) => run()));

  expect(jobs.flatMap(({ results }) => results)).toHaveLength(120);
  expect(peak).toBeLessThanOrEqual(3);
});
