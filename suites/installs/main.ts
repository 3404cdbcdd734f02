/**
 * Installs the packed package with every package manager, from a registry and
 * then from the lock file, runs a program on it, and prints a table. Exits with
 * 1 when a row is not as expected.
 *
 *     npm run test:installs [-- NAME]   only rows whose name has this in it
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { formatTable } from '../lib/format-table.mjs';
import { installNode } from '../lib/install-runtime';
import { createTemporaryFolder } from '../lib/temporary-folder';
import { startSmokeServer } from '../runtimes/start-smoke-server';
import {
  findMissingPackages,
  publishPackages,
  UNPUBLISHED,
} from './publish-packages';
import { createRows } from './rows';
import { runRow } from './run-row';
import { startRegistry } from './start-registry';

const [wanted = ''] = process.argv.slice(2);

using folder = createTemporaryFolder();
await using server = await startSmokeServer();
const missing = await findMissingPackages();
await using registry = await startRegistry(folder.path, [
  '@ai-sdk/baseten',
  ...UNPUBLISHED,
  ...missing.keys(),
]);
await publishPackages({
  missing,
  folder: folder.path,
  registry: registry.url,
});
// What the AI SDK asks for: older versions of npm and Yarn 1 insist on it.
const node = await installNode('22');

const rows = await createRows(registry.url);
const cells: string[][] = [];
const problems: string[] = [];
for (const row of rows.filter(({ name }) => name.includes(wanted))) {
  const place = join(folder.path, 'row');
  const { isAsExpected, install, cleanInstall, transport, passed, problem } =
    await runRow(row, { folder: place, registry: registry.url, node, server });
  rmSync(place, { recursive: true });
  cells.push([
    row.name,
    install,
    cleanInstall,
    transport,
    passed,
    isAsExpected ? 'yes' : '**no**',
  ]);
  if (!isAsExpected) {
    problems.push(`${row.name}: expected ${row.expected}.\n${problem}`);
  }
  console.log(
    `${row.name}: ${isAsExpected ? 'as expected' : 'NOT as expected'}`,
  );
}

const headings = [
  'package manager',
  'install',
  'from the lock file',
  'embeddings go by',
  'passed',
  'as expected',
];
console.log(`\n${formatTable(headings, cells)}\n`);
console.log(problems.join('\n\n'));
console.log(`${cells.length} rows, ${problems.length} not as expected`);
if (problems.length > 0 || cells.length === 0) process.exitCode = 1;
