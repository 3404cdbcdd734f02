import { setTimeout as wait } from 'node:timers/promises';
import { embedText, startLocalBaseten } from '../../../local-baseten';
import { readProgress } from '../lib/texts';
import { readCorpus } from '../scripts/corpus';
import { prepare } from '../scripts/prepare';
import { startWorkers } from '../scripts/workers';
import { checkVectors } from './check-vectors';

const PORT = 3310;

export interface Job {
  texts: number;
  workers: number;
  /** How many times a worker is killed, at even distances over the job. */
  kills: number;
  /** Milliseconds that the deployment takes for a request. */
  delay: number;
}

export interface JobOutcome {
  kills: number;
  seconds: number;
  /** Texts that were sent more than once. */
  paidTwice: number;
  lost: number;
  wrong: number;
}

/** Embeds a corpus while workers are killed, and checks what is stored. */
export async function runJob(job: Job): Promise<JobOutcome> {
  let paid = 0;
  await using local = await startLocalBaseten({ recordBodies: false });
  local.behave(({ body }) => {
    paid += countInputs(body);
    return { delayMilliseconds: job.delay };
  });
  process.env.BASETEN_API_KEY = local.apiKey;
  process.env.BASETEN_MODEL_URL = local.modelURL;
  await prepare(readCorpus(undefined, job.texts), { isReset: true });

  const workers = await startWorkers(job.workers, PORT);
  const start = performance.now();
  await fetch(`${workers.origins[0]}/api/start`, { method: 'POST' });
  let kills = 0;
  while (true) {
    const { vectors } = await readProgress();
    if (vectors === job.texts) break;
    if (
      kills < job.kills &&
      vectors >= (job.texts * (kills + 1)) / (job.kills + 1)
    ) {
      // Each worker in turn.
      workers.kill(kills % job.workers);
      kills += 1;
    }
    await wait(20);
  }
  const seconds = (performance.now() - start) / 1000;
  await workers.stop();

  const { lost, wrong } = await checkVectors(job.texts, embedText);
  return { kills, seconds, paidTwice: paid - job.texts, lost, wrong };
}

function countInputs(body: unknown): number {
  return typeof body === 'object' &&
    body !== null &&
    'input' in body &&
    Array.isArray(body.input)
    ? body.input.length
    : 0;
}
