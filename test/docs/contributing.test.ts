import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { PROJECT } from '../../suites/lib/folders';
import { findBrokenLinks } from './find-broken-links';
import { readCode, readProse, readTables } from './markdown';

/** The pages shorten paths below these folders. */
const BASES = ['', 'src', 'local-baseten'];

const sources = ['src', 'local-baseten'].flatMap(folder =>
  readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' }),
);

/** Whether a path is there or, without a folder, a file of that name. */
function isThere(path: string): boolean {
  return path.includes('/')
    ? BASES.some(base => existsSync(join(PROJECT, base, path)))
    : sources.some(source => basename(source) === path);
}

/** What stands for a new file in a recipe. */
const NEW_FILES = /example|ai-sdk-7|-v4\b|-options-v5\b/;

/** The paths and names of TypeScript files in the code of a page's text. */
function readPaths(page: string): string[] {
  return readCode(readProse(page)).filter(
    code => /^\.?[\w-]+\/[\w./-]*$/.test(code) || /^[\w-]+\.ts$/.test(code),
  );
}

describe('CONTRIBUTING.md', () => {
  it('names scripts and folders that are there', () => {
    const rows = readTables('CONTRIBUTING.md').flatMap(table => table.rows);
    const folders = rows.flatMap(({ folder }) => readCode(folder));
    const scripts = rows.flatMap(({ command }) =>
      readCode(command).flatMap(
        code => /^npm (?:run )?([\w:]+)$/.exec(code)?.[1] ?? [],
      ),
    );

    expect(folders.length).toBeGreaterThan(4);
    expect(folders.filter(folder => !isThere(folder))).toEqual([]);
    expect(scripts.length).toBeGreaterThan(4);
    expect(Object.keys(manifest.scripts)).toEqual(
      expect.arrayContaining(scripts),
    );
  });

  it('names every command', () => {
    const text = readProse('CONTRIBUTING.md');
    const commands = Object.keys(manifest.scripts).filter(
      name => name !== 'prepack',
    );

    expect(
      commands.filter(name => !new RegExp(`\\b${name}\\b`).test(text)),
    ).toEqual([]);
  });
});

describe.each(['CONTRIBUTING.md', 'ARCHITECTURE.md'])('%s', page => {
  it('names files that are there', () => {
    const paths = readPaths(page).filter(path => !NEW_FILES.test(path));

    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter(path => !isThere(path))).toEqual([]);
  });

  it('links to files and headings that are there', () => {
    expect(findBrokenLinks(page)).toEqual([]);
  });
});
