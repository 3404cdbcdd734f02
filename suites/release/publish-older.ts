/**
 * Publishes the packages for AI SDK 6 and 5 under their dist-tags. CI runs it
 * after the package itself is published.
 *
 *     npm run release:publish-older [-- --dry-run]
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { packPackage } from '../lib/pack-package';
import { runNpm } from '../lib/run-npm';
import { createTemporaryFolder } from '../lib/temporary-folder';
import { OLDER_MAJORS, packForMajor, tagOf } from './older-package';

using scratch = createTemporaryFolder();
const tarball = await packPackage(scratch.path);

for (const major of OLDER_MAJORS) {
  const folder = join(scratch.path, tagOf(major));
  mkdirSync(folder);
  await runNpm(
    [
      'publish',
      await packForMajor(tarball, major, folder),
      `--tag=${tagOf(major)}`,
      '--access=public',
      ...process.argv.slice(2),
    ],
    folder,
  );
  console.log(`Published for AI SDK ${major} under ${tagOf(major)}.`);
}
