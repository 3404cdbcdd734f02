import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT } from '../runtimes/folders';
import { runCommand } from '../runtimes/run-command';
import { runNpm } from '../runtimes/run-npm';
import { createTemporaryFolder } from '../runtimes/temporary-folder';

const PROGRAMS = join(PROJECT, 'node_modules/.bin');

it('publint has nothing to say', async () => {
  const { exitCode, stdout } = await runCommand(
    join(PROGRAMS, 'publint'),
    ['--strict'],
    { folder: PROJECT },
  );

  expect(stdout).toContain('All good!');
  expect(exitCode).toBe(0);
});

it('types resolve wherever an ES module is imported', async () => {
  using folder = createTemporaryFolder();
  const output = await runNpm(
    ['pack', '--json', '--ignore-scripts', `--pack-destination=${folder.path}`],
    PROJECT,
  );
  const [{ filename }] = JSON.parse(output);

  const { exitCode, stdout } = await runCommand(
    join(PROGRAMS, 'attw'),
    [filename, '--profile', 'esm-only', '--format', 'ascii'],
    { folder: folder.path },
  );

  expect(stdout).toContain('@ai-sdk/baseten');
  expect(exitCode, stdout).toBe(0);
});
