/**
 * Embeds a corpus while workers are killed, and checks what is stored. Prints
 * one line of figures and exits with 1 if they are not as they should be.
 *
 *     npm test -- [--texts 5000] [--kills 1] [--workers 2] [--delay 50]
 */
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { embedText, startLocalBaseten } from '../../../local-baseten';
import { database } from '../lib/database';
import { readProgress } from '../lib/texts';
import { readCorpus } from '../scripts/corpus';
import { startPostgres } from '../scripts/postgres';
import { prepare } from '../scripts/prepare';
import { startWorkers } from '../scripts/workers';
import { checkVectors } from './check-vectors';

/** What a worker may have under way: three windows of 1,024 texts. */
const IN_FLIGHT_OF_A_WORKER = 3 * 1024;
const PORT = 3310;

const { values } = parseArgs({
  options: {
    texts: { type: 'string', default: '5000' },
    kills: { type: 'string', default: '1' },
    workers: { type: 'string', default: '2' },
    delay: { type: 'string', default: '50' },
  },
});
const texts = Number(values.texts);
const workerCount = Number(values.workers);
const wantedKills = Number(values.kills);

let paid = 0;
await using local = await startLocalBaseten({ recordBodies: false });
local.behave(({ body }) => {
  paid += countInputs(body);
  return { delayMilliseconds: Number(values.delay) };
});
process.env.BASETEN_API_KEY = local.apiKey;
process.env.BASETEN_MODEL_URL = local.modelURL;
process.env.DATABASE_URL ??= await startPostgres();
await prepare(readCorpus(undefined, texts), { isReset: true });

const workers = await startWorkers(workerCount, PORT);
const start = performance.now();
await fetch(`${workers.origins[0]}/api/start`, { method: 'POST' });
let kills = 0;
while (true) {
  const { vectors } = await readProgress();
  if (vectors === texts) break;
  // At even distances over the job, each worker in turn.
  if (
    kills < wantedKills &&
    vectors >= (texts * (kills + 1)) / (wantedKills + 1)
  ) {
    workers.kill(kills % workerCount);
    kills += 1;
  }
  await wait(20);
}
const seconds = (performance.now() - start) / 1000;
workers.stop();

const { lost, wrong } = await checkVectors(texts, embedText);
await database().end();
const paidTwice = paid - texts;
console.log(
  `${texts} texts, ${workerCount} workers, ${kills} kills: ${seconds.toFixed(1)} s, paid twice ${paidTwice}, lost ${lost}, wrong ${wrong}`,
);
if (
  kills !== wantedKills ||
  lost > 0 ||
  wrong > 0 ||
  paidTwice > kills * IN_FLIGHT_OF_A_WORKER
) {
  process.exitCode = 1;
}

function countInputs(body: unknown): number {
  return typeof body === 'object' &&
    body !== null &&
    'input' in body &&
    Array.isArray(body.input)
    ? body.input.length
    : 0;
}
