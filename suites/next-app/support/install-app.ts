import { cp, mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { runCommand } from './run-command';

const REPOSITORY = join(import.meta.dirname, '../../..');
const APP = 'examples/next-app';

const MADE_BY_TOOLS = new Set(['node_modules', '.next', 'next-env.d.ts']);

/**
 * Installs the app from its lock file, in a copy of the repository that holds
 * of the package only what its tarball does.
 *
 * @returns the folder of the app.
 */
export async function installApp(scratch: string): Promise<string> {
  const repository = join(scratch, 'package');
  await mkdir(repository);
  await runCommand(REPOSITORY, 'npm', [
    'pack',
    '--ignore-scripts',
    '--pack-destination',
    scratch,
  ]);
  // A tarball of npm holds one folder of this name.
  await runCommand(scratch, 'sh', ['-c', 'tar -xzf *.tgz']);

  for (const folder of ['local-baseten', APP]) {
    await cp(join(REPOSITORY, folder), join(repository, folder), {
      recursive: true,
      filter: path => !MADE_BY_TOOLS.has(basename(path)),
    });
  }

  const app = join(repository, APP);
  await runCommand(app, 'npm', ['ci']);
  return app;
}
