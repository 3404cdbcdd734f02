import { describe, expect, it, vi } from 'vitest';
import { runScenario } from './run-scenario';
import { TASKS, TRANSPORTS } from './scenario';

/** A part of the full suite, with faults that are always the same. */
const SEED = 20;

// Each test starts a process, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

describe.concurrent('among faults', () => {
  it.each(
    TRANSPORTS.flatMap(transport =>
      TASKS.map(task => [task, transport] as const),
    ),
  )(
    'every %s job over %s is right or says what happened',
    async (task, transport) => {
      const { figures, violations } = await runScenario({
        name: 'faulty-jobs',
        task,
        transport,
        seed: SEED,
        rate: 0.2,
        jobs: 8,
      });

      expect(violations).toEqual([]);
      expect(figures['faulty answers']).toBeGreaterThan(0);
      expect(figures.finished).toBeGreaterThan(0);
    },
  );

  it('a job outlives an outage and sends nothing twice', async () => {
    const { figures, violations } = await runScenario({
      name: 'outage',
      task: 'embed',
      transport: 'native',
      refusal: 'destroyed connection',
      seconds: 1,
      texts: 3000,
    });

    expect(violations).toEqual([]);
    expect(figures.refused).toBeGreaterThan(0);
  });

  it('jobs that share an aborted signal end at once', async () => {
    const { violations } = await runScenario({
      name: 'abort',
      task: 'embed',
      transport: 'http',
      seed: SEED,
    });

    expect(violations).toEqual([]);
  });
});
