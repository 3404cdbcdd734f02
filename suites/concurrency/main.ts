/**
 * Handlers with a provider at module level, in the runtimes that keep requests
 * apart: many calls at once, clients that go away, handlers that return early.
 * After each, later requests have to be answered. Prints a table, exits with 1
 * if anything is not as it should be.
 *
 *     npm run test:concurrency [-- NAME]   only scenarios with this in the name
 *     npm run test:concurrency -- --all    more versions of workerd
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatTable } from '../lib/format-table.mjs';
import { createTemporaryFolder } from '../lib/temporary-folder';
import { prepareIsolateKinds, prepareNextKind } from './isolate-kinds';
import { playScenario } from './play-scenario';
import { SCENARIOS } from './scenarios';
import { startSlowBaseten } from './server-settings';

const {
  positionals: [wanted = ''],
  values: { all: isComplete = false },
} = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean' } },
});

await using server = await startSlowBaseten();
using folder = createTemporaryFolder();
const [bundled, next] = ['bundled', 'next'].map(name => {
  const path = join(folder.path, name);
  mkdirSync(path);
  return path;
});
const kinds = [
  ...(await prepareIsolateKinds(bundled ?? '', server, isComplete)),
  await prepareNextKind(next ?? '', server),
];
const problems: string[] = [];
const rows: string[][] = [];

for (const scenario of SCENARIOS) {
  if (!scenario.name.includes(wanted)) continue;
  const cells: string[] = [];
  for (const kind of kinds) {
    const played = await playScenario(kind, scenario, server);
    cells.push(played.cell);
    problems.push(...played.problems);
  }
  rows.push([scenario.name, ...cells]);
}

console.log(formatTable(['scenario', ...kinds.map(({ name }) => name)], rows));
console.log(`\n${problems.map(problem => `${problem}\n`).join('\n')}`);
const failed = problems.length;
console.log(`${rows.length * kinds.length - failed} passed, ${failed} failed`);
if (failed > 0 || rows.length === 0) process.exitCode = 1;
