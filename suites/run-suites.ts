/**
 * Runs several suites one after another, the others too if one fails.
 *
 *     tsx suites/run-suites.ts SUITE... [-- NAME]
 *
 * With a NAME only the first suite runs, with the rows of that name.
 */
import { spawnSync } from 'node:child_process';
import { PROJECT } from './lib/folders';

const parameters = process.argv.slice(2);
const end = parameters.indexOf('--');
const suites = end < 0 ? parameters : parameters.slice(0, end);
const rest = end < 0 ? [] : parameters.slice(end + 1);

for (const suite of rest.length > 0 ? suites.slice(0, 1) : suites) {
  console.log(`\n${suite}\n`);
  const { status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', `suites/${suite}/main.ts`, ...rest],
    { cwd: PROJECT, stdio: 'inherit' },
  );
  if (status !== 0) process.exitCode = 1;
}
