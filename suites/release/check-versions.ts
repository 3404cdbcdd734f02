import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Checks that the changelog of a project opens with the version of its
 * `package.json`, and that no changeset waits for `changeset version`.
 *
 * @returns what is wrong, in sentences; nothing if all agree.
 */
export function checkVersions(project: string): string[] {
  const { version } = JSON.parse(
    readFileSync(join(project, 'package.json'), 'utf8'),
  );
  const changelog = readFileSync(join(project, 'CHANGELOG.md'), 'utf8');
  const newest = /^## (\S+)/m.exec(changelog)?.[1];
  const pending = readdirSync(join(project, '.changeset')).filter(
    file => file.endsWith('.md') && file !== 'README.md',
  );

  return [
    ...(newest === version
      ? []
      : [`Expected CHANGELOG.md to open with ${version}, got ${newest}.`]),
    ...pending.map(
      file => `Changeset ${file} is pending: run changeset version.`,
    ),
  ];
}
