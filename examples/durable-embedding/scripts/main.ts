/**
 * Embeds a corpus by several worker processes and shows how far they are.
 *
 *     npm start -- [--texts 200000 | --file corpus.txt] [--workers 2]
 *
 * Starting it again goes on where it was stopped. `--reset` forgets all.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startLocalBaseten } from '../../../local-baseten';
import { createProgressBar } from '../../support/progress-bar';
import { database } from '../lib/database';
import { readProgress } from '../lib/texts';
import { readCorpus } from './corpus';
import { startPostgres } from './postgres';
import { prepare } from './prepare';
import { startWorkers } from './workers';

const { values: options } = parseArgs({
  options: {
    texts: { type: 'string', default: '200000' },
    file: { type: 'string' },
    workers: { type: 'string', default: '2' },
    port: { type: 'string', default: '3210' },
    reset: { type: 'boolean', default: false },
  },
});

if (process.env.BASETEN_API_KEY && !process.env.BASETEN_MODEL_URL) {
  throw new Error(
    'Set BASETEN_MODEL_URL to the URL of an embedding deployment, such as https://model-XXXXXXXX.api.baseten.co/environments/production/sync',
  );
}
const local = process.env.BASETEN_API_KEY
  ? undefined
  : await startLocalBaseten({ port: 3209, recordBodies: false });
if (local) {
  process.env.BASETEN_API_KEY = local.apiKey;
  process.env.BASETEN_MODEL_URL = local.modelURL;
  console.log('Talking to the local Baseten: set BASETEN_API_KEY and');
  console.log('BASETEN_MODEL_URL to talk to a deployment of yours.\n');
}

process.env.DATABASE_URL ??= await startPostgres();
console.log('Preparing texts, tables and app ...');
await prepare(readCorpus(options.file, Number(options.texts)), {
  isReset: options.reset,
});

const workers = await startWorkers(
  Number(options.workers),
  Number(options.port),
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    void workers.stop();
    process.exit(130);
  });
}
const [origin = ''] = workers.origins;
console.log(`Progress and search: ${origin}\n`);

const { texts, vectors } = await readProgress();
const bar = createProgressBar('texts');
bar.show(vectors, texts);
if (vectors < texts) {
  const { rows } = await database().query(
    "select from workflow.workflow_runs where status in ('pending', 'running')",
  );
  // A run that was stopped goes on by itself.
  if (rows.length === 0) {
    await fetch(`${origin}/api/start`, { method: 'POST' });
  }
}
while (true) {
  const progress = await readProgress();
  bar.show(progress.vectors, progress.texts);
  if (progress.vectors === texts) break;
  await wait(250);
}
bar.end();
console.log(`\nAll ${texts} texts are embedded. Ctrl+C ends the page.`);
