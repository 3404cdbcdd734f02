// Does one thing, by name, and should end by itself.
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { embedTexts, print } from './calls.mjs';

/** @type {Record<string, () => Promise<void>>} */
const ENDINGS = {
  finished: async () => {
    await embedTexts('text', 1500);
  },
  'aborted, 1 text': async () => {
    await embedTexts('hang', 1, AbortSignal.timeout(300)).catch(() => {});
  },
  'aborted, 1,500 texts': async () => {
    await embedTexts('hang', 1500, AbortSignal.timeout(300)).catch(() => {});
  },
  // What the caller no longer waits for fails later.
  abandoned: async () => {
    const calls = ['fail', 'slow', 'cut', 'wrong'].map(name =>
      embedTexts(name, 1500, undefined, { maxRetries: 0 }),
    );
    await Promise.race([...calls, setTimeout(50)]).catch(() => {});
  },
  'process.exit': async () => {
    void embedTexts('slow', 1500);
    await setTimeout(300);
    process.exit(0);
  },
  SIGTERM: async () => {
    void embedTexts('slow', 1500);
    await setTimeout(300);
    process.kill(process.pid, 'SIGTERM');
    await setTimeout(60_000);
  },
};

/** @type {unknown[]} */
const unhandled = [];
process.on('unhandledRejection', reason => unhandled.push(String(reason)));

const ending = ENDINGS[process.argv[2] ?? ''];
if (ending == null) throw new Error(`No such ending: ${process.argv[2]}`);
await ending();
print('done');
process.on('exit', () => {
  if (unhandled.length > 0) {
    process.stderr.write(`unhandled: ${unhandled[0]}\n`);
    process.exitCode = 1;
  }
});
