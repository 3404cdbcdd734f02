import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createTemporaryFolder } from '../lib/temporary-folder';
import { checkVersions } from './check-versions';

function createProject(
  folder: string,
  { changelog, changesets = [] }: { changelog: string; changesets?: string[] },
): void {
  writeFileSync(join(folder, 'package.json'), '{ "version": "3.1.0" }');
  writeFileSync(join(folder, 'CHANGELOG.md'), changelog);
  mkdirSync(join(folder, '.changeset'));
  for (const file of ['config.json', ...changesets]) {
    writeFileSync(join(folder, '.changeset', file), '');
  }
}

it('accepts a changelog that opens with the version', () => {
  using folder = createTemporaryFolder();
  createProject(folder.path, {
    changelog: '# Changelog\n\n## 3.1.0\n\n## 3.0.0\n',
  });

  expect(checkVersions(folder.path)).toEqual([]);
});

it('names a changelog that opens with another version', () => {
  using folder = createTemporaryFolder();
  createProject(folder.path, { changelog: '# Changelog\n\n## 3.0.0\n' });

  expect(checkVersions(folder.path)).toEqual([
    'Expected CHANGELOG.md to open with 3.1.0, got 3.0.0.',
  ]);
});

it('names each pending changeset', () => {
  using folder = createTemporaryFolder();
  createProject(folder.path, {
    changelog: '## 3.1.0\n',
    changesets: ['brave-cats.md'],
  });

  expect(checkVersions(folder.path)).toEqual([
    'Changeset brave-cats.md is pending: run changeset version.',
  ]);
});
