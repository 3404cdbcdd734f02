/**
 * Compares one `embedMany` over a corpus with `embedWindows` of the examples:
 * time and peak memory, in processes of their own, taken in turn.
 *
 *     npm run bench:memory
 */
import { formatTable } from '../../suites/lib/format-table.mjs';
import { runNode } from '../../suites/lib/run-node';
import { startServer } from '../start-server.mjs';
import { summarise } from '../statistics.mjs';

const TEXTS = 200_000;
const DIMENSIONS = 384;
const LATENCY_MILLISECONDS = 20;
const RUNS = 5;
const VARIANTS = ['one call', 'windows'] as const;

const server = await startServer([DIMENSIONS]);
const results = VARIANTS.map(variant => ({
  variant,
  seconds: [] as number[],
  megabytes: [] as number[],
}));
for (let run = 0; run < RUNS; run++) {
  for (const { variant, seconds, megabytes } of results) {
    const { stdout, stderr } = await runNode([
      '--import',
      'tsx',
      'bench/memory/worker.ts',
      `${server.origin}/${DIMENSIONS}/${LATENCY_MILLISECONDS}/sync`,
      variant,
      String(TEXTS),
    ]);
    const outcome = stdout === '' ? undefined : JSON.parse(stdout);
    if (outcome?.vectors !== TEXTS) throw new Error(stdout + stderr);
    seconds.push(outcome.seconds);
    megabytes.push(outcome.megabytes);
  }
}
server.stop();

const median = (values: number[]) => summarise(values).median;
const [first] = results;
console.log(
  `${TEXTS.toLocaleString('en')} texts, ${DIMENSIONS} dimensions, medians of ${RUNS} runs\n`,
);
console.log(
  formatTable(
    ['variant', 'seconds', 'ratio', 'peak memory, MB', 'ratio '],
    results.map(({ variant, seconds, megabytes }) => [
      variant,
      median(seconds).toFixed(2),
      (median(seconds) / median(first?.seconds ?? [])).toFixed(2),
      median(megabytes).toFixed(0),
      (median(megabytes) / median(first?.megabytes ?? [])).toFixed(2),
    ]),
  ),
);
