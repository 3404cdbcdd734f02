/**
 * Embeds a corpus while workers are killed, and checks what is stored. Prints
 * one line of figures and exits with 1 if they are not as they should be.
 *
 *     npm test -- [--texts 20000] [--kills 1] [--workers 2] [--delay 50]
 */
import { parseArgs } from 'node:util';
import { database } from '../lib/database';
import { startPostgres } from '../scripts/postgres';
import { runJob } from './run-job';

/** What a worker may have under way: three windows of 1,024 texts. */
const IN_FLIGHT_OF_A_WORKER = 3 * 1024;

const { values } = parseArgs({
  options: {
    texts: { type: 'string', default: '20000' },
    kills: { type: 'string', default: '1' },
    workers: { type: 'string', default: '2' },
    delay: { type: 'string', default: '50' },
  },
});
const job = {
  texts: Number(values.texts),
  kills: Number(values.kills),
  workers: Number(values.workers),
  delay: Number(values.delay),
};

process.env.DATABASE_URL ??= await startPostgres();
const { kills, seconds, paidTwice, lost, wrong } = await runJob(job);
await database().end();

console.log(
  `${job.texts} texts, ${job.workers} workers, ${kills} kills: ${seconds.toFixed(1)} s, paid twice ${paidTwice}, lost ${lost}, wrong ${wrong}`,
);
if (
  kills !== job.kills ||
  lost > 0 ||
  wrong > 0 ||
  paidTwice > kills * IN_FLIGHT_OF_A_WORKER
) {
  process.exitCode = 1;
}
