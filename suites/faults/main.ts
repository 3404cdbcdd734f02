/**
 * The fault suite: jobs over both transports while the server fails in every
 * way. Prints figures, ends with 1 if anything is not as promised.
 *
 * `--seed N` repeats the faults of an earlier run. Takes ten minutes at most
 * on two cores.
 */
import { parseArgs } from 'node:util';
import pLimit from 'p-limit';
import { formatRecords } from '../lib/format-table.mjs';
import { runScenario } from './run-scenario';
import { type Report, type Scenario, TASKS, TRANSPORTS } from './scenario';

const { values } = parseArgs({ options: { seed: { type: 'string' } } });
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const settings = TASKS.flatMap(task =>
  TRANSPORTS.map(transport => ({ task, transport })),
);

/** Jobs mostly wait for a retry, so several processes have room on two cores. */
const sections: Array<{
  title: string;
  processes: number;
  scenarios: Scenario[];
}> = [
  {
    title: '200 jobs of 1,000 texts',
    processes: 3,
    scenarios: settings.flatMap(setting =>
      [0.01, 0.05, 0.2].map(rate => ({
        ...setting,
        name: 'faulty-jobs' as const,
        seed,
        rate,
        jobs: 200,
      })),
    ),
  },
  {
    title: 'Jobs with one batch that fails at every attempt',
    processes: 4,
    scenarios: settings.map(setting => ({
      ...setting,
      name: 'lasting-faults' as const,
    })),
  },
  {
    title: 'An outage in the middle of a job',
    processes: 4,
    scenarios: settings.flatMap(setting =>
      (['status 503', 'destroyed connection'] as const).map(refusal => ({
        ...setting,
        name: 'outage' as const,
        refusal,
        seconds: 15,
        texts: 20_000,
      })),
    ),
  },
  {
    title: 'Jobs that share an aborted signal, at 20 percent of faults',
    processes: 1,
    scenarios: settings.map(setting => ({
      ...setting,
      name: 'abort' as const,
      seed,
    })),
  },
  {
    title: 'A result of two gigabytes',
    processes: 1,
    scenarios: TRANSPORTS.map(transport => ({
      name: 'large-result' as const,
      task: 'embed' as const,
      transport,
      texts: 262_144,
      dimensions: 1024,
    })),
  },
];

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

print(`Seed ${seed}

minimum           one request per batch
faulty answers    answers that are an error, wrong, cut, or never come
lost with others  requests for a right answer that never came: another answer's
                  cut took their connection, or a malformed one ended the job
sent twice        requests for a batch whose right answer the client had read`);
const start = performance.now();

for (const { title, processes, scenarios } of sections) {
  const limit = pLimit(processes);
  const reports = await limit.map(scenarios, runScenario);
  print(
    `\n${title}\n\n${formatRecords(reports.map(({ figures }) => figures))}`,
  );

  const failed = reports.filter(
    ({ failures }) => Object.keys(failures).length > 0,
  );
  if (failed.length > 0) {
    print(`\n${formatRecords(failed.flatMap(toFailureRows))}`);
  }
  for (const { figures, violations } of reports) {
    for (const violation of violations) {
      print(
        `\nVIOLATION (${figures.task}, ${figures.transport}): ${violation}`,
      );
      process.exitCode = 1;
    }
  }
}

print(`\n${((performance.now() - start) / 60_000).toFixed(1)} minutes`);

function toFailureRows({ figures, failures }: Report) {
  const { task = '', transport = '', 'faults %': rate } = figures;
  const setting = { task, transport, ...(rate && { 'faults %': rate }) };

  return Object.entries(failures).map(([error, jobs]) => ({
    ...setting,
    error,
    jobs,
  }));
}
