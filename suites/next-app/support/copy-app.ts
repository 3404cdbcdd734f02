import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runOrThrow } from '../../lib/run-command';
import type { InstalledApp } from './install-app';

/** Copies the app out of the repository and builds it, by its README's words. */
export async function copyApp({ repository, app, tarball }: InstalledApp) {
  const readme = await readFile(join(app, 'README.md'), 'utf8');
  const [, commands] =
    /^## Make it your own$[\s\S]*?^```sh\n([\s\S]*?)^```$/m.exec(readme) ?? [];
  if (commands === undefined) {
    throw new Error('Expected commands under "Make it your own".');
  }

  const { stdout, stderr } = await runOrThrow(
    'bash',
    [
      '-ec',
      // The version at hand is not published yet.
      commands.replace('@ai-sdk/baseten@latest', tarball),
    ],
    { folder: repository, timeoutSeconds: 600 },
  );
  return { folder: join(repository, '../my-app'), output: stdout + stderr };
}
