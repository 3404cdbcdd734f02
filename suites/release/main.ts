/**
 * Says whether the package can be published as it is.
 *
 *     npm run release:check
 *
 * Prints a line per check and exits with 1 if one failed.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../lib/folders';
import { packPackage } from '../lib/pack-package';
import { runOrThrow } from '../lib/run-command';
import { createTemporaryFolder } from '../lib/temporary-folder';
import { checkOlderPackage } from './check-older-package';
import { checkVersions } from './check-versions';
import { OLDER_MAJORS, tagOf } from './older-package';

const WORKFLOWS = '.github/workflows';

using scratch = createTemporaryFolder();
const tarball = await packPackage(scratch.path);

const checks: Array<[name: string, run: () => Promise<void>]> = [
  [
    'version and changelog agree, no changeset is pending',
    async () => {
      const problems = checkVersions(PROJECT);
      if (problems.length > 0) {
        throw new Error(problems.join('\n'));
      }
    },
  ],
  ...readdirSync(join(PROJECT, WORKFLOWS)).map(
    (file): [string, () => Promise<void>] => [
      `${WORKFLOWS}/${file} is valid`,
      async () => {
        await runOrThrow(
          join(PROJECT, 'node_modules/.bin/action-validator'),
          [`${WORKFLOWS}/${file}`],
          { folder: PROJECT },
        );
      },
    ],
  ),
  ...OLDER_MAJORS.map((major): [string, () => Promise<void>] => [
    `the package under ${tagOf(major)} answers on AI SDK ${major}`,
    () => checkOlderPackage(tarball, major, join(scratch.path, tagOf(major))),
  ]),
];

for (const [name, run] of checks) {
  try {
    await run();
    console.log(`ok      ${name}`);
  } catch (error) {
    console.log(`FAILED  ${name}\n${error}`);
    process.exitCode = 1;
  }
}
