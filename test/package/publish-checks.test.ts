import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT } from '../../suites/lib/folders';
import { packPackage } from '../../suites/lib/pack-package';
import { runCommand } from '../../suites/lib/run-command';
import { createTemporaryFolder } from '../../suites/lib/temporary-folder';

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
  const tarball = await packPackage(folder.path, { isBuilt: true });

  const { exitCode, stdout } = await runCommand(
    join(PROGRAMS, 'attw'),
    [tarball, '--profile', 'esm-only', '--format', 'ascii'],
    { folder: folder.path },
  );

  expect(stdout).toContain('@ai-sdk/baseten');
  expect(exitCode, stdout).toBe(0);
});
