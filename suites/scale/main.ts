/**
 * Thousands of instances and keys, and jobs of unusual sizes. Prints two
 * tables, exits with 1 if anything is not as it should be.
 *
 *     npm run test:scale [-- --quick]   a tenth of the largest jobs
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startLocalBaseten } from '../../local-baseten';
import { formatTable } from '../lib/format-table.mjs';
import { installProject } from '../lib/install-project';
import { createTemporaryFolder } from '../lib/temporary-folder';
import { runInstanceRows } from './instance-rows';
import { runSizeRows } from './size-rows';

const { values } = parseArgs({ options: { quick: { type: 'boolean' } } });

await using server = await startLocalBaseten({ recordBodies: false });
// Every key is right: the reply is not the usual one.
server.behave(() => ({
  body: { data: [{ index: 0, embedding: [0.25, 0.5, 0.75] }] },
}));
using folder = createTemporaryFolder();
const project = await installProject({
  folder: folder.path,
  program: fileURLToPath(new URL('program', import.meta.url)),
});

const instances = await runInstanceRows(project, server, 2000);
console.log(
  formatTable(
    [
      '2,000 calls by',
      'transport',
      'connections',
      'at once',
      'memory, half',
      'memory, end',
      'p99 / one instance',
      '',
    ],
    instances.table,
  ),
);

const sizes = await runSizeRows(project, values.quick ? 0.1 : 1);
console.log(
  `\n${formatTable(
    ['size', 'transport', 'vectors', 'requests', 'in flight', 'left', ''],
    sizes.table,
  )}`,
);

const problems = [...instances.problems, ...sizes.problems];
const rows = instances.table.length + sizes.table.length;
console.log(`\n${problems.map(problem => `${problem}\n`).join('\n')}`);
console.log(`${rows - problems.length} passed, ${problems.length} failed`);
if (problems.length > 0) process.exitCode = 1;
