import { join } from 'node:path';
import { runCommand } from './run-command.mjs';

const reporter = join(import.meta.dirname, 'json-reporter.mjs');

/**
 * Runs the behaviour suite in an installed project.
 *
 * @param {{ scratch: string, entry: import('./entries.mjs').Entry }} options
 * @returns {Promise<import('../test-sdks.mjs').Result[]>}
 */
export async function runSuite({ scratch, entry }) {
  const { exitCode, stdout, stderr } = await runCommand(
    process.execPath,
    [
      '--test',
      `--test-reporter=${reporter}`,
      '--test-timeout=300000',
      // The local Baseten listens until all tests are done.
      '--test-force-exit',
      'test/sdks/suite/main.mjs',
    ],
    { cwd: scratch, env: { BASETEN_ENTRY: entry.name } },
  );
  /** @type {import('../test-sdks.mjs').Result[]} */
  const results = stdout
    .split('\n')
    .filter(line => line.startsWith('{'))
    .map(line => JSON.parse(line));

  // A suite that broke before or beside its tests must not pass for a good one.
  if (exitCode !== 0 && results.every(({ error }) => error === undefined)) {
    results.push({
      name: 'the suite as a whole',
      error: `It ended with ${exitCode}:\n${stdout}${stderr}`,
    });
  }
  return results;
}
