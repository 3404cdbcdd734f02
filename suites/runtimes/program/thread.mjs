// Entry for a worker thread of Node: runs `main.mjs` in one.
import process from 'node:process';
import { Worker } from 'node:worker_threads';

new Worker(new URL('main.mjs', import.meta.url), {
  argv: process.argv.slice(2),
});
