import { getEventListeners } from 'node:events';
import pLimit from 'p-limit';
import { startLocalBaseten } from '../../local-baseten';
import {
  type BasetenProvider,
  createBaseten,
} from '../../src/baseten-provider';
import { BatchLedger } from './batch-ledger';
import { decideFault } from './decide-fault';
import { describeFailure } from './describe-failure';
import { BATCH_SIZE, createJob, DIMENSIONS, runJob } from './job';
import { observeClient, readFirstText } from './observe-client';
import type { FaultyJobsScenario, Report, TaskName } from './scenario';

const TEXTS_PER_JOB = 1000;
const BATCHES_PER_JOB = Math.ceil(TEXTS_PER_JOB / BATCH_SIZE);

/** Jobs at the same time, on provider instances that they share. */
const JOBS_AT_ONCE = 8;
const SHARED_PROVIDERS = 2;
/** One job of so many runs alone, on a provider instance of its own. */
const JOBS_PER_LONE_JOB = 8;

/** What a server that does not answer costs; the default is ten minutes. */
const MIN_TIMEOUT_SECONDS = 3;
/** Times as long as jobs without faults take on the machine as it is now. */
const TIMEOUT_FACTOR = 8;
/** Below it a batch can be expected to get through its retries. */
const LOW_RATE = 0.1;

const API_KEY = 'key-that-no-error-may-hold';

export async function runFaultyJobs({
  task,
  transport,
  seed,
  rate,
  jobs: jobCount,
}: FaultyJobsScenario): Promise<Report> {
  const ledger = new BatchLedger();
  observeClient({ onReceive: batch => ledger.receive(batch) });
  await using server = await startLocalBaseten({
    apiKey: API_KEY,
    dimensions: DIMENSIONS,
    recordBodies: false,
  });
  const createProvider = () =>
    createBaseten({
      modelURL: server.modelURL,
      apiKey: API_KEY,
      performanceClient: transport === 'native',
    });
  const providers = Array.from({ length: SHARED_PROVIDERS }, createProvider);
  const timeoutSeconds = await measureTimeout(task, providers);
  server.reset();
  server.behave(({ body }) => {
    const batch = readFirstText(body);
    return ledger.arrive(batch, attempt =>
      decideFault({ seed, rate, batch: `${task} ${batch}`, attempt }),
    )?.behaviour;
  });

  // All jobs listen to one signal, to see that none leaves a listener on it.
  const { signal: abortSignal } = new AbortController();
  const violations: string[] = [];
  const failures: Record<string, number> = {};
  let finished = 0;
  let lost = 0;
  let longest = 0;

  const run = async (number: number, provider = createProvider()) => {
    const job = createJob(`job ${number}`, TEXTS_PER_JOB);
    const start = performance.now();
    try {
      const difference = await runJob[task]({
        provider,
        job,
        // With a signal a job goes over HTTP.
        abortSignal: transport === 'http' ? abortSignal : undefined,
        options: { timeoutSeconds },
      });
      finished += 1;
      lost += ledger.sum(job.name).lost;
      if (difference !== undefined) {
        violations.push(`${job.name}: ${difference}`);
      }
    } catch (error) {
      const failure = describeFailure(error, API_KEY);
      const { name, reason } = failure;
      failures[name] = (failures[name] ?? 0) + 1;
      violations.push(
        ...failure.violations.map(violation => `${job.name}: ${violation}`),
      );
      if (!ledger.sum(job.name).faults.some(fault => fault === reason)) {
        violations.push(`${job.name} failed by what it never met: ${name}`);
      }
      if (rate < LOW_RATE && reason !== 'malformed reply') {
        violations.push(`${job.name} failed by what retries mend: ${name}`);
      }
    }
    longest = Math.max(longest, performance.now() - start);
  };

  const numbers = [...Array(jobCount).keys()];
  const isLone = (number: number) => number % JOBS_PER_LONE_JOB === 0;
  const limit = pLimit(JOBS_AT_ONCE);
  await Promise.all(
    numbers
      .filter(number => !isLone(number))
      .map(number => limit(run, number, providers[number % SHARED_PROVIDERS])),
  );
  for (const number of numbers.filter(isLone)) {
    await run(number);
  }

  const { requests, faults } = ledger.sum();
  const overHttp1 = server.requests.filter(
    ({ httpVersion }) => httpVersion === '1.1',
  ).length;
  if (ledger.sentTwice.length > 0) {
    violations.push(`sent again though received: ${ledger.sentTwice}`);
  }
  // A connection of HTTP/1.1 carries one request, so none goes with another's.
  if (transport === 'http' && lost > 0) {
    violations.push(`${lost} requests that no fault explains`);
  }
  const listeners = getEventListeners(abortSignal, 'abort').length;
  if (listeners > 0) {
    violations.push(`${listeners} listeners left on the signal`);
  }

  return {
    figures: {
      task,
      transport,
      'faults %': rate * 100,
      jobs: jobCount,
      finished,
      failed: jobCount - finished,
      requests,
      minimum: jobCount * BATCHES_PER_JOB,
      'faulty answers': faults.length,
      'lost with others': lost,
      'over HTTP/1.1 %': Math.round((overHttp1 / requests) * 100),
      'sent twice': ledger.sentTwice.length,
      'timeout s': timeoutSeconds,
      'longest job s': (longest / 1000).toFixed(1),
    },
    failures,
    violations,
  };
}

/**
 * A timeout that no request meets without a fault, however busy the machine is:
 * as many jobs as later run at once do so before there are faults.
 */
async function measureTimeout(
  task: TaskName,
  providers: BasetenProvider[],
): Promise<number> {
  const start = performance.now();
  await Promise.all(
    Array.from({ length: JOBS_AT_ONCE }, (_, number) =>
      providers.map(provider =>
        runJob[task]({
          provider,
          job: createJob(
            `measured ${number}`,
            TEXTS_PER_JOB / providers.length,
          ),
          abortSignal: undefined,
          options: {},
        }),
      ),
    ).flat(),
  );
  const seconds = (performance.now() - start) / 1000;
  return Math.max(MIN_TIMEOUT_SECONDS, Math.ceil(TIMEOUT_FACTOR * seconds));
}
