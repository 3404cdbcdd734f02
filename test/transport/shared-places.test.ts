import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createRequestLimiter } from '../../src/transport/request-limiter';
import { createGate } from '../support/create-gate';
import { createJob } from '../support/create-job';

it('ends a call with its last reply, not with its next place', async () => {
  const limiter = createRequestLimiter(2);
  const [first, rest] = [createGate(), createGate()];
  const settings = { limiter, maxConcurrentRequests: 2 };

  let sent = 0;
  let hasEnded = false;
  const large = createJob(
    4,
    async () => {
      sent += 1;
      return `${await (sent > 2 ? rest : first).pass()}`;
    },
    settings,
  )
    .run()
    .then(() => {
      hasEnded = true;
    });
  const small = createJob(2, async () => 'reply', settings).run();
  await setTimeout(20);
  first.open();
  await small;

  expect(hasEnded).toBe(false);
  rest.open();
  await large;
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
