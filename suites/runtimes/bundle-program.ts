import { join } from 'node:path';
import { installFromNpm } from '../lib/install-from-npm';
import { runCommand } from '../lib/run-command';

/**
 * Bundles an entry of the smoke program in a scratch project by esbuild.
 *
 * @param conditions Export conditions of the runtime.
 * @param format `esm`, or `iife` where there are no modules.
 * @returns the folder that holds the bundle, under the name of the entry.
 */
export async function bundleProgram({
  entry,
  conditions,
  format,
  project,
}: {
  entry: 'worker' | 'edge' | 'page';
  conditions: string;
  format: 'esm' | 'iife';
  project: string;
}): Promise<string> {
  const { packageFolder } = await installFromNpm('esbuild', '0.28');
  const folder = join(project, 'bundles', entry);

  const { exitCode, stdout, stderr } = await runCommand(
    process.execPath,
    [
      join(packageFolder, 'bin/esbuild'),
      `${entry}.mjs`,
      '--bundle',
      '--platform=browser',
      '--target=es2022',
      `--conditions=${conditions}`,
      `--format=${format}`,
      `--outfile=${join(folder, `${entry}.js`)}`,
      '--log-level=warning',
    ],
    { folder: project },
  );
  if (exitCode !== 0 || stdout + stderr !== '') {
    throw new Error(`Expected a quiet build, got:\n${stdout}${stderr}`);
  }
  return folder;
}
