import { cp, mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PROJECT } from '../../lib/folders';
import { packPackage } from '../../lib/pack-package';
import { runOrThrow } from '../../lib/run-command';
import { runNpm } from '../../lib/run-npm';

const APP = 'examples/next-app';

const MADE_BY_TOOLS = new Set(['node_modules', '.next', 'next-env.d.ts']);

/** The app, and the package that it is installed with. */
export interface InstalledApp {
  /** A copy of the repository that holds of the package only what its tarball does. */
  repository: string;
  /** The folder of the app in it. */
  app: string;
  /** Path of the package's tarball. */
  tarball: string;
}

/** Installs the app from its lock file, in a copy of the repository. */
export async function installApp(scratch: string): Promise<InstalledApp> {
  const repository = join(scratch, 'package');
  await mkdir(repository);
  const tarball = await packPackage(scratch, { isBuilt: true });
  // A tarball of npm holds one folder, named `package`.
  await runOrThrow('tar', ['-xzf', tarball], { folder: scratch });

  for (const folder of ['local-baseten', APP]) {
    await cp(join(PROJECT, folder), join(repository, folder), {
      recursive: true,
      filter: path => !MADE_BY_TOOLS.has(basename(path)),
    });
  }

  const app = join(repository, APP);
  await runNpm(['ci'], app);
  return { repository, app, tarball };
}
