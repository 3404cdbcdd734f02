/**
 * Runs one program over the packed package in every runtime that users have,
 * against the local Baseten, and prints a table. Exits with 1 when something
 * failed or went by another transport than it should.
 *
 *     npm run test:runtimes [-- NAME]   only rows whose name has this in it
 *
 * Runtimes are fetched from npm into `.cache`; Chromium is the machine's own.
 */

import { formatTable } from '../lib/format-table.mjs';
import { createTemporaryFolder } from '../lib/temporary-folder';
import { createRows } from './rows';
import { runRow } from './run-row';
import { createScratchProjects } from './scratch-projects';
import { startSmokeServer } from './start-smoke-server';

const [wanted = ''] = process.argv.slice(2);

await using server = await startSmokeServer();
using folder = createTemporaryFolder();
const projects = await createScratchProjects(folder.path);
const rows = createRows(projects, server).filter(({ name }) =>
  name.includes(wanted),
);
const counts = { passed: 0, failed: 0, 'not available': 0 };
const notes: string[] = [];
const cells: string[][] = [];

for (const row of rows) {
  const { status, version, transport, passed, problems } = await runRow(row);
  counts[status] += 1;
  notes.push(...problems.map(problem => `${row.name}: ${problem}`));
  const result = status === 'passed' ? passed.join(', ') : `**${status}**`;
  cells.push([row.name, version, transport, result]);
  console.log(`${row.name}: ${status}`);
}

const headings = ['runtime', 'version', 'embeddings go by', 'passed'];
console.log(`\n${formatTable(headings, cells)}`);
console.log(`\n${notes.map(note => `${note}\n`).join('\n')}`);
console.log(
  `${counts.passed} passed, ${counts.failed} failed, ${counts['not available']} not available here`,
);
if (counts.failed > 0 || counts.passed === 0) process.exitCode = 1;
