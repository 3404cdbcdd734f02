import { setTimeout } from 'node:timers/promises';
import { startLocalBaseten } from '../../local-baseten';
import { createBaseten } from '../../src/baseten-provider';
import { BatchLedger } from './batch-ledger';
import type { Fault } from './faults';
import { BATCH_SIZE, createJob, DIMENSIONS, runJob } from './job';
import { observeClient, readFirstText } from './observe-client';
import type { OutageScenario, Report } from './scenario';

/** How long an answer takes, so that many are on their way at the same time. */
const LATENCY_MILLISECONDS = 20;

const REFUSALS: Record<OutageScenario['refusal'], Fault> = {
  'status 503': { reason: 'status 503', behaviour: { status: 503 } },
  'destroyed connection': {
    reason: 'cut connection',
    behaviour: { cut: 'before-headers' },
  },
};

export async function runOutage({
  task,
  transport,
  refusal,
  seconds,
  texts,
}: OutageScenario): Promise<Report> {
  const ledger = new BatchLedger();
  observeClient({ onReceive: batch => ledger.receive(batch) });
  await using server = await startLocalBaseten({
    dimensions: DIMENSIONS,
    recordBodies: false,
  });
  const minimum = Math.ceil(texts / BATCH_SIZE);
  let end: number | undefined;

  server.behave(async ({ body }, count) => {
    // It ends what is on its way as well, so its time is looked at last.
    await setTimeout(LATENCY_MILLISECONDS);
    if (count >= minimum / 2) {
      end ??= performance.now() + seconds * 1000;
    }
    const isOut = end !== undefined && performance.now() < end;
    return ledger.arrive(readFirstText(body), () =>
      isOut ? REFUSALS[refusal] : undefined,
    )?.behaviour;
  });

  const violations: string[] = [];
  const start = performance.now();
  const difference = await runJob[task]({
    provider: createBaseten({
      modelURL: server.modelURL,
      apiKey: server.apiKey,
      performanceClient: transport === 'native',
    }),
    job: createJob('job', texts),
    abortSignal: undefined,
    options: {},
  }).catch(error => `it failed: ${error}`);
  const wall = performance.now() - start;

  if (difference !== undefined) {
    violations.push(difference);
  }
  if (end === undefined || wall < seconds * 1000) {
    violations.push('there was no outage');
  }
  if (ledger.sentTwice.length > 0) {
    violations.push(`sent again though received: ${ledger.sentTwice}`);
  }
  const { requests, faults, lost } = ledger.sum();

  return {
    figures: {
      task,
      transport,
      outage: `${seconds} s of ${refusal}`,
      texts,
      survived: difference === undefined ? 'yes' : 'no',
      requests,
      minimum,
      refused: faults.length,
      'lost with others': lost,
      'sent twice': ledger.sentTwice.length,
      'job s': (wall / 1000).toFixed(1),
    },
    failures: {},
    violations,
  };
}
