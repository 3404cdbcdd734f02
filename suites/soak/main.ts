/**
 * A long mixed load on the packed package, every result checked. Prints what
 * grew and what did not, draws a chart, and exits with 1 if a result was wrong
 * or something grew.
 *
 *     npm run test:soak -- [--minutes 1] [--seed N]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CACHE } from '../lib/folders';
import { formatTable } from '../lib/format-table.mjs';
import { installProject } from '../lib/install-project';
import { createTemporaryFolder } from '../lib/temporary-folder';
import { drawChart } from './draw-chart';
import { judgeSamples } from './judge-samples';
import { runLoad } from './run-load';
import { startFaultyBaseten } from './start-faulty-baseten';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string' },
  },
});
const minutes = Number(values.minutes);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
console.log(`Seed ${seed}, ${minutes} minutes\n`);

await using server = await startFaultyBaseten(seed);
using folder = createTemporaryFolder();
const project = await installProject({
  folder: folder.path,
  program: fileURLToPath(new URL('program', import.meta.url)),
});
const { samples, problems } = await runLoad({ project, server, minutes, seed });
const growths = judgeSamples(samples);
const last = samples.at(-1);

console.log(
  formatTable(
    ['', 'after the warm-up', 'growth from there', ''],
    growths.map(({ name, unit, start, growth, verdict }) => [
      name,
      `${start.toFixed(1)} ${unit}`,
      `${growth.toFixed(1)} ${unit}${start > 0 ? ` (${((100 * growth) / start).toFixed(0)} %)` : ''}`,
      verdict,
    ]),
  ),
);
console.log(
  `\n${last?.calls ?? 0} calls, ${last?.aborted ?? 0} aborted, ${last?.failed ?? 0} failed, ${last?.wrong ?? 0} wrong`,
);

const output = join(CACHE, 'soak');
mkdirSync(output, { recursive: true });
writeFileSync(join(output, 'samples.json'), JSON.stringify(samples, null, 1));
writeFileSync(
  join(output, 'chart.svg'),
  drawChart(samples, `Mixed load for ${minutes} minutes, seed ${seed}`),
);
console.log(`Chart: ${join(output, 'chart.svg')}`);

problems.push(
  ...growths
    .filter(({ verdict }) => verdict === 'GROWS')
    .map(({ name, growth, unit }) => `${name} grows by ${growth} ${unit}`),
);
console.log(`\n${[...new Set(problems)].slice(0, 20).join('\n')}`);
if (problems.length > 0) process.exitCode = 1;
