import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPackReport } from '../lib/read-pack-report';
import { runOrThrow } from '../lib/run-command';
import { runNpm } from '../lib/run-npm';

/**
 * Hosts that load a provider by its npm name alone cannot name an entry. For
 * those on an older AI SDK the package is published once more per major, its
 * main entry being the one for that major.
 */
export const OLDER_MAJORS = [6, 5] as const;

/** The npm dist-tag of the package for one major of the AI SDK. */
export function tagOf(major: number): string {
  return `ai-v${major}`;
}

/**
 * Makes the package for an older major from the packed package.
 *
 * @param folder Where the new tarball goes.
 * @returns the path of the tarball.
 */
export async function packForMajor(
  tarball: string,
  major: number,
  folder: string,
): Promise<string> {
  await runOrThrow('tar', ['-xzf', tarball, '-C', folder], { folder });
  const unpacked = join(folder, 'package');
  const manifest = JSON.parse(
    readFileSync(join(unpacked, 'package.json'), 'utf8'),
  );
  const entry = manifest.exports[`./ai-sdk-${major}`];
  writeFileSync(
    join(unpacked, 'package.json'),
    JSON.stringify(
      {
        ...manifest,
        // A prerelease, so that no range takes it by chance.
        version: `${manifest.version}-${tagOf(major)}`,
        main: entry.default,
        types: entry.types,
        exports: { ...manifest.exports, '.': entry },
        scripts: undefined,
      },
      null,
      2,
    ),
  );

  const output = await runNpm(
    ['pack', '--json', '--silent', `--pack-destination=${folder}`],
    unpacked,
  );
  return join(folder, readPackReport(output).filename);
}
