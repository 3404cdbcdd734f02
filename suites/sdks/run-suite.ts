import { join } from 'node:path';
import { runNode } from '../lib/run-node';
import type { Entry } from './entries';
import type { Result } from './result';

const REPORTER = join(import.meta.dirname, 'json-reporter.mjs');

/**
 * Runs the behaviour suite with one entry.
 *
 * @param scratch Folder of an installed project.
 */
export async function runSuite({
  scratch,
  entry,
}: {
  scratch: string;
  entry: Entry;
}): Promise<Result[]> {
  const { exitCode, stdout, stderr } = await runNode(
    [
      '--test',
      `--test-reporter=${REPORTER}`,
      '--test-timeout=300000',
      // The local Baseten listens until all tests are done.
      '--test-force-exit',
      'suites/sdks/suite/main.mjs',
    ],
    {
      folder: scratch,
      env: { BASETEN_ENTRY: entry.name },
      timeoutSeconds: 600,
    },
  );
  const results: Result[] = stdout
    .split('\n')
    .filter(line => line.startsWith('{'))
    .map(line => JSON.parse(line));

  // A suite that broke before or beside its tests must not pass for a good one.
  if (exitCode !== 0 && results.every(({ error }) => error == null)) {
    results.push({
      name: 'the suite as a whole',
      error: `It ended with ${exitCode}:\n${stdout}${stderr}`,
    });
  }
  return results;
}
