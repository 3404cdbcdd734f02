import { PROJECT } from '../lib/folders';
import { runNpm } from '../lib/run-npm';

/** A release of the package `ai`. */
export interface Release {
  major: number;
  version: string;
}

/**
 * Asks npm for the releases of `ai`.
 *
 * @returns the newest of 5, 6 and 7, and unless `newestOnly` the first of 5
 * and 6. There is no first of 7: the packages below this one move with 7.
 */
export async function chooseVersions({
  newestOnly,
}: {
  newestOnly: boolean;
}): Promise<Release[]> {
  const all: string[] = JSON.parse(
    await runNpm(['view', 'ai', 'versions', '--json'], PROJECT),
  );
  const releases = all
    .filter(version => /^\d+\.\d+\.\d+$/.test(version))
    .map(version => ({ major: Number.parseInt(version, 10), version }))
    .sort((one, other) =>
      one.version.localeCompare(other.version, 'en', { numeric: true }),
    );

  return [5, 6, 7].flatMap(major => {
    const [first, ...rest] = releases.filter(
      release => release.major === major,
    );
    if (first == null) {
      throw new Error(`Expected npm to have a release of ai ${major}.`);
    }
    const newest = rest.at(-1) ?? first;
    return newestOnly || major === 7 ? [newest] : [first, newest];
  });
}
