import { startLocalBaseten } from '../../local-baseten';
import { createBaseten } from '../../src/baseten-provider';
import { BATCH_RETRIES } from '../../src/transport/retry-policy';
import { BatchLedger } from './batch-ledger';
import { describeFailure } from './describe-failure';
import { FAULTS, type Fault } from './faults';
import { BATCH_SIZE, createJob, DIMENSIONS, runJob } from './job';
import { observeClient, readFirstText } from './observe-client';
import type { LastingFaultsScenario, Report } from './scenario';

/** So many that others are in flight when the third gets no answer in time. */
const BATCHES = 12;
const FAILING_TEXT = `number ${2 * BATCH_SIZE},`;
const LATENCY_MILLISECONDS = 300;
const TIMEOUT_SECONDS = 2;
const MAX_CONCURRENT_REQUESTS = 2;

/** Attempts of the SDK, and of the HTTP transport in each of them. */
const CALL_ATTEMPTS = 3;
const HTTP_ATTEMPTS = 1 + BATCH_RETRIES.default;
const API_KEY = 'key-that-no-error-may-hold';

/** All jobs fail; each must say by what, and repeat nothing that is done. */
export async function runLastingFaults({
  task,
  transport,
}: LastingFaultsScenario): Promise<Report> {
  const ledger = new BatchLedger();
  observeClient({ onReceive: batch => ledger.receive(batch) });
  const violations: string[] = [];
  const failures: Record<string, number> = {};
  let longest = 0;

  const run = async (fault: Fault, number: number) => {
    // One server each, so that a cut connection is no other job's.
    await using server = await startLocalBaseten({
      apiKey: API_KEY,
      dimensions: DIMENSIONS,
      recordBodies: false,
    });
    server.behave(({ body }) => {
      const batch = readFirstText(body);
      const met = ledger.arrive(batch, () =>
        batch.includes(FAILING_TEXT) ? fault : undefined,
      );
      return met?.behaviour ?? { delayMilliseconds: LATENCY_MILLISECONDS };
    });
    const job = createJob(`job ${number}`, BATCHES * BATCH_SIZE);
    const start = performance.now();
    try {
      await runJob[task]({
        provider: createBaseten({
          modelURL: server.modelURL,
          apiKey: API_KEY,
          performanceClient: transport === 'native',
        }),
        job,
        abortSignal: undefined,
        options: {
          timeoutSeconds: TIMEOUT_SECONDS,
          maxConcurrentRequests: MAX_CONCURRENT_REQUESTS,
        },
      });
      violations.push(`${job.name} finished in spite of ${fault.reason}`);
    } catch (error) {
      const failure = describeFailure(error, API_KEY);
      failures[failure.name] = (failures[failure.name] ?? 0) + 1;
      violations.push(
        ...failure.violations.map(violation => `${job.name}: ${violation}`),
      );
      if (failure.reason !== fault.reason) {
        violations.push(`${failure.name} is said of ${fault.reason}`);
      }
    }
    longest = Math.max(longest, performance.now() - start);

    const { faults, lost } = ledger.sum(job.name);
    if (transport === 'http' && faults.length !== expectedAttempts(fault)) {
      violations.push(`${faults.length} attempts at ${fault.reason}`);
    }
    // Only after a malformed reply what is in flight is cancelled.
    if (
      transport === 'http' &&
      fault.reason !== 'malformed reply' &&
      lost > 0
    ) {
      violations.push(`${lost} requests were in vain at ${fault.reason}`);
    }
  };

  const faults = FAULTS.filter(({ reason }) => reason !== undefined);
  await Promise.all(faults.map(run));

  const { requests, faults: answers, lost } = ledger.sum();
  if (ledger.sentTwice.length > 0) {
    violations.push(`sent again though received: ${ledger.sentTwice}`);
  }

  return {
    figures: {
      task,
      transport,
      jobs: faults.length,
      requests,
      'faulty answers': answers.length,
      'lost with others': lost,
      'sent twice': ledger.sentTwice.length,
      'longest job s': (longest / 1000).toFixed(1),
    },
    failures,
    violations,
  };
}

function expectedAttempts({ reason }: Fault): number {
  switch (reason) {
    case 'malformed reply':
      return 1;
    // A server that hangs is left to the SDK to ask again.
    case 'no answer in time':
      return CALL_ATTEMPTS;
    default:
      return CALL_ATTEMPTS * HTTP_ATTEMPTS;
  }
}
