import { getEventListeners } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { type RecordedRequest, startLocalBaseten } from '../../local-baseten';
import { createBaseten } from '../../src/baseten-provider';
import { BatchLedger } from './batch-ledger';
import { decideFault } from './decide-fault';
import { createJob, DIMENSIONS, runJob } from './job';
import { observeClient, readFirstText } from './observe-client';
import type { AbortScenario, Report } from './scenario';

const JOBS = 6;
const TEXTS_PER_JOB = 2000;
const FAULT_RATE = 0.2;
/** The first batch of each job never gets an answer. */
const UNANSWERED_TEXT = 'number 0,';

const LATENCY_MILLISECONDS = 50;
const MAX_CONCURRENT_REQUESTS = 16;
/** Out of about a hundred. */
const REQUESTS_BEFORE_ABORT = 40;

/** "At once" is before a timer of this length, which a busy machine delays too. */
const MILLISECONDS_TO_REJECT = 250;
/** Beyond the first waits before a retry, on either side. */
const MILLISECONDS_TO_WATCH = 1500;

export async function runAbort({
  task,
  transport,
  seed,
}: AbortScenario): Promise<Report> {
  let sent = 0;
  observeClient({
    onSend: () => {
      sent += 1;
    },
  });
  await using server = await startLocalBaseten({ dimensions: DIMENSIONS });
  const unanswered = new Set<RecordedRequest>();
  let reachMiddle = () => {};
  const middle = new Promise<void>(resolve => {
    reachMiddle = resolve;
  });
  const ledger = new BatchLedger();
  server.behave(async (request, count) => {
    if (count === REQUESTS_BEFORE_ABORT) reachMiddle();
    await setTimeout(LATENCY_MILLISECONDS);
    const batch = readFirstText(request.body);
    if (batch.includes(UNANSWERED_TEXT)) {
      unanswered.add(request);
      return { hang: true };
    }
    const fault = ledger.arrive(batch, attempt =>
      decideFault({ seed, rate: FAULT_RATE, batch, attempt }),
    );
    // A malformed reply would end its job before the abort does.
    return fault?.reason === 'malformed reply' ? undefined : fault?.behaviour;
  });

  const provider = createBaseten({
    modelURL: server.modelURL,
    apiKey: server.apiKey,
    performanceClient: transport === 'native',
  });
  const controller = new AbortController();
  const { signal } = controller;
  const reason = new Error('changed my mind');
  const violations: string[] = [];
  let abortedAt = Number.POSITIVE_INFINITY;
  let slowest = 0;
  let isLate = false;

  const jobs = [...Array(JOBS).keys()].map(async number => {
    try {
      await runJob[task]({
        provider,
        job: createJob(`job ${number}`, TEXTS_PER_JOB),
        abortSignal: signal,
        options: { maxConcurrentRequests: MAX_CONCURRENT_REQUESTS },
      });
      violations.push(`job ${number} finished before the abort`);
    } catch (error) {
      if (error !== reason) {
        violations.push(`job ${number} rejects with ${error}`);
      }
    }
    slowest = Math.max(slowest, performance.now() - abortedAt);
    if (isLate) violations.push(`job ${number} does not reject at once`);
  });
  await Promise.race([middle, Promise.all(jobs)]);
  const sentBefore = sent;
  abortedAt = performance.now();
  controller.abort(reason);
  const limit = setTimeout(MILLISECONDS_TO_REJECT).then(() => {
    isLate = true;
  });
  await Promise.all([...jobs, limit]);
  await setTimeout(MILLISECONDS_TO_WATCH);

  const sentAfter = sent - sentBefore;
  const listeners = getEventListeners(signal, 'abort').length;
  const notCancelled = [...unanswered].filter(({ aborted }) => !aborted).length;
  if (sentAfter > 0) {
    violations.push(`${sentAfter} requests sent after the abort`);
  }
  if (listeners > 0) {
    violations.push(`${listeners} listeners left on the signal`);
  }
  if (notCancelled > 0) {
    violations.push(`${notCancelled} requests were not cancelled`);
  }

  return {
    figures: {
      task,
      transport,
      jobs: JOBS,
      'sent before': sentBefore,
      'sent after': sentAfter,
      'slowest to reject ms': slowest.toFixed(0),
      'without an answer': unanswered.size,
      'of these not cancelled': notCancelled,
      'listeners left': listeners,
    },
    failures: {},
    violations,
  };
}
