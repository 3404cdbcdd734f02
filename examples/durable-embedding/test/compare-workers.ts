/**
 * Embeds the same corpus by 1, 2 and 4 workers, and prints how long it takes.
 *
 *     npm run compare-workers -- [--texts 40000] [--delay 2000]
 */
import { parseArgs } from 'node:util';
import { database } from '../lib/database';
import { startPostgres } from '../scripts/postgres';
import { runJob } from './run-job';

const { values } = parseArgs({
  options: {
    texts: { type: 'string', default: '40000' },
    delay: { type: 'string', default: '2000' },
  },
});
const texts = Number(values.texts);
const delay = Number(values.delay);

process.env.DATABASE_URL ??= await startPostgres();
console.log(`${texts} texts, ${delay} ms a request\n`);
console.log('| workers | seconds | texts a second | lost | wrong |');
console.log('|---:|---:|---:|---:|---:|');
for (const workers of [1, 2, 4]) {
  const job = { texts, workers, kills: 0, delay };
  const { seconds, lost, wrong } = await runJob(job);
  console.log(
    `| ${workers} | ${seconds.toFixed(1)} | ${Math.round(texts / seconds)} | ${lost} | ${wrong} |`,
  );
  if (lost > 0 || wrong > 0) process.exitCode = 1;
}
await database().end();
