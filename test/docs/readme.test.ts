import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { PROJECT } from '../../suites/lib/folders';
import { expectProgramToRun } from './expect-program-to-run';
import { findBrokenLinks } from './find-broken-links';
import { readCode, readTables } from './markdown';
import { findTypeErrors } from './programs/find-type-errors';
import { readPrograms } from './programs/markdown-programs';

/** What some examples print, by their titles; the others just something. */
const outputs: Record<string, RegExp> = {
  'Quick start': /meaning of life/,
  'Model APIs': /^1, 2, 3, .*, 10$/,
  'Dedicated deployments': /^Hello!$/m,
  Embeddings: /^2 [1-9]\d* { transport: 'native', requests: 1 }$/m,
  Reranking: /^a hot day on a beach by the sea$/m,
  Errors: /^404 please check the model you provided false$/m,
};

const programs = readPrograms('README.md');

describe.concurrent('the README', { timeout: 90_000 }, () => {
  it('has examples that compile', () => {
    expect(findTypeErrors(programs)).toEqual([]);
  });

  it('has an example for each of these', () => {
    expect(programs.map(({ title }) => title)).toEqual(
      expect.arrayContaining(Object.keys(outputs)),
    );
  });

  it.each(programs)('has an example that runs: $title', async program => {
    await expectProgramToRun(program, outputs[program.title]);
  });

  it('links to files and headings that are there', () => {
    expect(findBrokenLinks('README.md')).toEqual([]);
  });

  it('names scripts and folders that are there', () => {
    const rows = readTables('README.md').flatMap(table => table.rows);
    const folders = rows.flatMap(({ folder }) => readCode(folder));
    const scripts = rows.flatMap(({ command }) =>
      readCode(command).flatMap(
        code => /^npm (?:run )?([\w:]+)$/.exec(code)?.[1] ?? [],
      ),
    );

    expect(folders.length).toBeGreaterThan(4);
    expect(
      folders.filter(folder => !existsSync(join(PROJECT, folder))),
    ).toEqual([]);
    expect(scripts.length).toBeGreaterThan(4);
    expect(Object.keys(manifest.scripts)).toEqual(
      expect.arrayContaining(scripts),
    );
  });
});
