// Ends a worker thread in the middle of a job, and lets another one finish.
import { once } from 'node:events';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { embedTexts, print } from './calls.mjs';

if (isMainThread) {
  const file = new URL(import.meta.url);
  const terminated = new Worker(file, { workerData: 'slow' });
  const finished = new Worker(file, { workerData: 'text' });
  const [[exitCode]] = await Promise.all([
    once(finished, 'exit'),
    setTimeout(600).then(() => terminated.terminate()),
  ]);
  process.exitCode = exitCode;
  await embedTexts('text', 1500);
  print('done');
} else {
  await embedTexts(workerData, 1500);
}
