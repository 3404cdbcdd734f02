/**
 * The packed package in test runners: how it can be imported in CommonJS, next
 * to the package of today, and what fake timers do to calls. Prints two
 * tables, exits with 1 if anything is not as it should be.
 *
 *     npm run test:test-runners
 */
import { fileURLToPath } from 'node:url';
import { startLocalBaseten } from '../../local-baseten';
import { formatTable } from '../lib/format-table.mjs';
import { installProject } from '../lib/install-project';
import { createTemporaryFolder } from '../lib/temporary-folder';
import { runFakeTimerRows } from './fake-timer-rows';
import { runImportRows } from './import-rows';
import { PACKAGE_OF_TODAY, PACKAGES } from './versions';

await using server = await startLocalBaseten();
server.behave(({ body }) =>
  JSON.stringify(body ?? '').includes('unavailable')
    ? { status: 503 }
    : undefined,
);
using folder = createTemporaryFolder();
const project = await installProject({
  folder: folder.path,
  program: fileURLToPath(new URL('program', import.meta.url)),
  packages: PACKAGES,
});

const imports = await runImportRows(project, server);
console.log(
  formatTable(
    ['import by', 'Node.js', 'this package', PACKAGE_OF_TODAY],
    imports.table,
  ),
);
const timers = await runFakeTimerRows(project, server);
console.log(
  `\n${formatTable(
    ['fake timers of', 'imported', 'transport', 'while faked', 'afterwards'],
    timers.table,
  )}`,
);

const problems = [...imports.problems, ...timers.problems];
const rows = imports.table.length + timers.table.length;
console.log(`\n${problems.map(problem => `${problem}\n`).join('\n')}`);
console.log(`${rows - problems.length} passed, ${problems.length} failed`);
if (problems.length > 0) process.exitCode = 1;
