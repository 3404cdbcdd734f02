/**
 * Processes that are frozen in the middle of a job, whose clock jumps, or that
 * end in the middle of one. Prints three tables, exits with 1 if anything is not as it
 * should be.
 *
 *     npm run test:processes [-- --long]   a freeze of 70 seconds as well
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { formatTable } from '../lib/format-table.mjs';
import { installProject } from '../lib/install-project';
import { createTemporaryFolder } from '../lib/temporary-folder';
import { runClockRows } from './clock-rows';
import { runEndingRows } from './ending-rows';
import { freeze, type Thawed } from './freeze';
import { startFaultyBaseten } from './start-faulty-baseten';

const { values } = parseArgs({ options: { long: { type: 'boolean' } } });

await using server = await startFaultyBaseten();
using folder = createTemporaryFolder();
const project = await installProject({
  folder: folder.path,
  program: fileURLToPath(new URL('program', import.meta.url)),
});

const endings = await runEndingRows(project, server);
console.log(formatTable(['process', 'transport', 'end', 'how'], endings.table));

const freezes = ['native', 'http'].flatMap(transport =>
  (values.long ? [5, 70] : [5]).flatMap(seconds =>
    [false, true].map(isIdle => ({ transport, seconds, isIdle })),
  ),
);
// They mostly wait.
const thawed: Thawed[] = await Promise.all(
  freezes.map(options => freeze({ ...options, project, server })),
);
console.log(
  `\n${formatTable(
    [
      'frozen',
      'transport',
      'for',
      'job, or first call',
      'later calls',
      'job after / before',
    ],
    thawed.map(({ cells }) => cells),
  )}`,
);

const clocks = await runClockRows(project, server);
console.log(
  `\n${formatTable(
    [
      'clock jumps by',
      'transport',
      'jumps',
      'job then / before',
      'job after / before',
      '',
    ],
    clocks.table,
  )}`,
);

const problems = [
  ...endings.problems,
  ...clocks.problems,
  ...thawed.flatMap(outcome => outcome.problems),
];
const rows = endings.table.length + thawed.length + clocks.table.length;
console.log(`\n${problems.map(problem => `${problem}\n`).join('\n')}`);
console.log(`${rows - problems.length} passed, ${problems.length} failed`);
if (problems.length > 0) process.exitCode = 1;
