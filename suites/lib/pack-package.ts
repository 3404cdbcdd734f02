import { join } from 'node:path';
import { PROJECT } from './folders';
import { readPackReport } from './read-pack-report';
import { runNpm } from './run-npm';

/**
 * Packs the package.
 *
 * @param folder Where the tarball goes.
 * @param isBuilt Whether to pack `dist` as it is. Default: false.
 * @returns the path of the tarball.
 */
export async function packPackage(
  folder: string,
  { isBuilt = false } = {},
): Promise<string> {
  const output = await runNpm(
    [
      'pack',
      '--json',
      '--silent',
      `--pack-destination=${folder}`,
      ...(isBuilt ? ['--ignore-scripts'] : []),
    ],
    PROJECT,
  );
  return join(folder, readPackReport(output).filename);
}
