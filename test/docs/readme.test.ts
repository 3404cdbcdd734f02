import { describe, expect, it } from 'vitest';
import { expectProgramToRun } from './expect-program-to-run';
import { findBrokenLinks } from './find-broken-links';
import { findTypeErrors } from './programs/find-type-errors';
import { readPrograms } from './programs/markdown-programs';

/** What some examples print, by their titles; the others just something. */
const outputs: Record<string, RegExp> = {
  'Quick start': /meaning of life/,
  'Model APIs': /^1, 2, 3, .*, 10$/,
  'Dedicated deployments': /^Hello!$/m,
  Embeddings: /^2 [1-9]\d* { transport: 'http', requests: 1 }$/m,
  Reranking: /^a hot day on a beach by the sea$/m,
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
});
