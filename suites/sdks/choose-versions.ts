import { runNpm } from './run-command.mjs';

/**
 * Asks npm for the releases of `ai`.
 *
 * @param {{ newestOnly: boolean }} options
 * @returns {Promise<{ major: number, version: string }[]>} The first releases
 * of 5 and 6, unless `newestOnly`, and the newest of 5, 6 and 7. What this
 * package builds on moves with AI SDK 7, so its first release is none.
 */
export async function chooseVersions({ newestOnly }) {
  /** @type {string[]} */
  const all = JSON.parse(
    await runNpm(['view', 'ai', 'versions', '--json'], process.cwd()),
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
    if (first === undefined) {
      throw new Error(`Expected npm to have a release of ai ${major}.`);
    }
    const newest = rest.at(-1) ?? first;
    return newestOnly || major === 7 ? [newest] : [first, newest];
  });
}
