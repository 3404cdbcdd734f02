import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createRequestLimiter } from '../../src/transport/request-limiter';
import { createGate } from '../support/create-gate';
import { createJob, numbers } from '../support/create-job';

describe('runBatches', () => {
  it('keeps results in the order of the batches, whatever comes first', async () => {
    const { run, results } = createJob(10, async batch => {
      await setTimeout(10 - batch);
      return `result ${batch}`;
    });
    await run();

    expect(results).toEqual(numbers(10).map(batch => `result ${batch}`));
  });

  it('sends only what is missing', async () => {
    const { run, results, sent } = createJob(5, async () => 'new');
    results[1] = 'kept';
    results[3] = 'kept';
    await run();

    expect(sent).toEqual([0, 2, 4]);
    expect(results).toEqual(['new', 'kept', 'new', 'kept', 'new']);
  });

  it('sends nothing when nothing is missing', async () => {
    const { run, results, sent } = createJob(1, async () => 'new');
    results[0] = 'kept';
    await run();

    expect(sent).toEqual([]);
  });

  it('sends at most so many batches at once', async () => {
    const gate = createGate();
    const { run, sent } = createJob(20, async () => {
      await gate.pass();
      return '';
    });
    const done = run();

    expect(await gate.waiting(4)).toBe(4);
    gate.open();
    await done;
    expect(gate.peak).toBe(4);
    expect(sent).toEqual(numbers(20));
  });

  it('sends the next batch before it decodes what has come', async () => {
    const order: string[] = [];
    const { run } = createJob(
      3,
      async batch => {
        order.push(`send ${batch}`);
        return `${batch}`;
      },
      {
        maxConcurrentRequests: 1,
        read: reply => {
          order.push(`read ${reply}`);
          return reply;
        },
      },
    );
    await run();

    expect(order.indexOf('send 1')).toBeLessThan(order.indexOf('read 0'));
    expect(order).toHaveLength(6);
  });

  it('keeps all calls below what they share, and each below its own', async () => {
    const limiter = createRequestLimiter(8);
    const shared = createGate();
    const jobs = [8, 3, 5].map(maxConcurrentRequests => {
      const own = createGate();
      const job = createJob(
        30,
        async () => {
          await Promise.all([own.pass(), shared.pass()]);
          return '';
        },
        { maxConcurrentRequests, limiter },
      );
      return { job, own, maxConcurrentRequests };
    });
    const done = Promise.all(jobs.map(({ job }) => job.run()));

    expect(await shared.waiting(8)).toBe(8);
    shared.open();
    for (const { own } of jobs) own.open();
    await done;
    expect(shared.peak).toBe(8);
    for (const { own, maxConcurrentRequests } of jobs) {
      expect(own.peak).toBeLessThanOrEqual(maxConcurrentRequests);
    }
  });

  it('gives a small job its turn beside a large one', async () => {
    const limiter = createRequestLimiter();
    const order: string[] = [];
    const send = (name: string) => async () => {
      await setTimeout(1);
      order.push(name);
      return name;
    };
    const large = createJob(100, send('large'), { limiter }).run();
    await setTimeout(5);
    const small = createJob(2, send('small'), { limiter }).run();
    await small;

    // Those in flight, and one round of four that queued before it.
    const before = order.lastIndexOf('small') - order.indexOf('small');
    expect(before).toBeLessThanOrEqual(8);
    expect(order.length).toBeLessThan(50);
    await large;
  });
});
