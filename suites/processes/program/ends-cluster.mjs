// One worker of a cluster is killed in the middle of a job, another finishes.
import cluster from 'node:cluster';
import { once } from 'node:events';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { embedTexts, print } from './calls.mjs';

if (cluster.isPrimary) {
  const killed = cluster.fork({ NAME: 'hang' });
  const finished = cluster.fork({ NAME: 'text' });
  const killedEnd = once(killed, 'exit');
  const [end] = await once(finished, 'exit');
  if (end !== 0) process.exitCode = 1;
  await setTimeout(300);
  killed.kill();
  await killedEnd;
  print('done');
} else {
  await embedTexts(process.env.NAME ?? '', 1500);
  cluster.worker?.disconnect();
}
