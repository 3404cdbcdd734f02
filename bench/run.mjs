/**
 * Measures the built package side by side with what users have today, and
 * prints tables, ratios and targets.
 *
 *     npm run bench -- [--quick] [--repeats N] [--only SUITE] [--check]
 *
 * A full run writes bench/results.json, docs/embedding-performance.svg and the
 * tables of docs/performance.md; one with `--quick` or `--only` leaves them alone
 * and writes into .cache/bench.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { buildUnpaced } from './build-unpaced.mjs';
import { createChart } from './report/chart.mjs';
import { createGridTable } from './report/grid-table.mjs';
import { createCaseTable } from './report/table.mjs';
import { createTargetTable, readTargets } from './report/targets.mjs';
import { runGrid } from './run-grid.mjs';
import { runSuite } from './run-suite.mjs';
import { startServer } from './start-server.mjs';
import { suites } from './suites.mjs';

const CHART_CASE = '16384x1024';

const { values: flags } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    repeats: { type: 'string' },
    only: { type: 'string' },
    check: { type: 'boolean', default: false },
  },
});
const repeats = Number(flags.repeats ?? (flags.quick ? 2 : 5));
if (!Number.isInteger(repeats) || repeats < 1) {
  throw new Error(`Expected --repeats to be a number, got ${flags.repeats}.`);
}
if (flags.only != null && !(flags.only in suites)) {
  throw new Error(
    `Expected --only to be one of ${Object.keys(suites).join(', ')}, got ${flags.only}.`,
  );
}

const machine = {
  date: new Date().toISOString().slice(0, 10),
  cores: cpus().length,
  memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
  node: process.versions.node,
  platform: `${process.platform}-${process.arch}`,
};
const note = `${machine.date}, ${machine.cores} cores, Node ${machine.node}.`;
console.log(
  `${note} ${machine.memory}, ${machine.platform}, load ${readLoad()}. Medians of ${repeats} runs or more, each in a fresh process. The openai client and batchPost get batches of 128, 32 in flight, unless the case says otherwise.\n`,
);

const server = await startServer([64, 256, 384, 1024, 4096]);
/** @type {import('./report/targets.mjs').Results} */
const results = {};
for (const [name, createSuite] of Object.entries(suites)) {
  if (flags.only != null && flags.only !== name) continue;
  const suite = createSuite(flags.quick);
  if ('unpaced' in suite.variants) await buildUnpaced();
  const run = suite.isGrid ? runGrid : runSuite;
  const result = await run(suite, { origin: server.origin, repeats });
  results[name] = result;
  const tables = suite.isGrid
    ? [createGridTable(result)]
    : Object.values(result).map(createCaseTable);
  for (const table of tables) {
    console.log(table);
  }
}
server.stop();

const outcomes = readTargets(results);
console.log(
  `Targets (load at the end ${readLoad()})\n\n${createTargetTable(outcomes)}\n`,
);

const isFull = !flags.quick && flags.only == null;
const root = new URL('../', import.meta.url);
const cache = new URL('.cache/bench/', root);
mkdirSync(cache, { recursive: true });
mkdirSync(new URL('docs/', root), { recursive: true });
writeFileSync(
  isFull ? new URL('bench/results.json', root) : new URL('results.json', cache),
  `${JSON.stringify({ machine, repeats, suites: results }, undefined, 2)}\n`,
);
const charted = results.embedding?.[CHART_CASE];
if (charted != null) {
  writeFileSync(
    new URL(
      'embedding-performance.svg',
      isFull ? new URL('docs/', root) : cache,
    ),
    createChart(charted, note),
  );
}

if (isFull) await import('./write-docs.mjs');

if (flags.check && outcomes.some(({ isMet }) => !isMet)) {
  process.exitCode = 1;
}

/** Processes that want the processor: beyond the cores, times mean little. */
function readLoad() {
  return loadavg()[0]?.toFixed(1);
}
