import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { expectProgramToRun } from './expect-program-to-run';
import { findBrokenLinks, readLinks } from './find-broken-links';
import { PAGES } from './markdown';
import { findTypeErrors } from './programs/find-type-errors';
import { readPrograms } from './programs/markdown-programs';

/** What some examples print, by page and title; the others just something. */
const outputs: Record<string, RegExp> = {
  'docs/chat.md: Model APIs': /^1, 2, 3, .*, 10\nstop$/m,
  'docs/chat.md: Reasoning': /17 times 23.*\n.* = 391$/m,
  'docs/chat.md: Options': /^Hello!$/m,
  'docs/chat.md: Tool calls': /Lisbon.*21/,
  'docs/chat.md: Structured output': /^Ada Lovelace 36$/m,
  'docs/chat.md: Images': /an image at https:\/\/example\.com\/harbour\.png/,
  'docs/chat.md: Response headers': /^[0-9a-f]{32}$/m,
  'docs/decisions.md: Decision models': /^delivery\n[\d.]+ 0\.\d+$/m,
  'docs/dedicated-models.md: Dedicated models': /^Hello!$/m,
  'docs/embeddings.md: Embedding models': /^0\.[2-9]\d*\n-?0\.[01]\d*$/m,
  'docs/embeddings.md: Options': /^500 { transport: 'native', requests: 8 }$/m,
  'docs/embeddings.md: Memory':
    /^Store 1024 .* 0 on\.\nStore 1024 .* 1024 on\.\nStore 952 .* 2048 on\.$/m,
  'docs/errors.md: Errors':
    /^404 please check the model you provided\. The model "no\/such-model" was asked for\. false$/m,
  'docs/migration.md: Errors': /^No model URL provided for embeddings\./,
  'docs/reranking.md: Reranking models':
    /^0\.\d\d To reset a forgotten password.*\n0\.\d\d /,
  'docs/reranking.md: Options': /^300 { transport: 'native', requests: 3 }$/m,
  'docs/speech.md: Speech models': /^audio\/wav \d{4}$/m,
  'docs/speech.md: Models at /predict': /^\d+$/m,
  'docs/transcription.md: Transcription models': /^This is a sound of /,
  'docs/transcription.md: Options': /^\d \[\s*{ speaker: 'SPEAKER_00'/m,
  'docs/transports.md: Which one is used': /^http\nnative$/m,
  'docs/workflow.md: Workflows': /^384$/m,
};

const programs = PAGES.flatMap(page =>
  readPrograms(page).map(program => ({
    ...program,
    title: `${page}: ${program.title}`,
  })),
);

describe.concurrent('the examples of the pages', { timeout: 90_000 }, () => {
  it('compile', () => {
    expect(findTypeErrors(programs)).toEqual([]);
  });

  it('are there', () => {
    expect(programs.map(({ title }) => title)).toEqual(
      expect.arrayContaining(Object.keys(outputs)),
    );
  });

  it.each(programs)('run: $title', async program => {
    await expectProgramToRun(program, outputs[program.title]);
  });
});

describe('the pages', () => {
  it.each(PAGES)('%s links to files and headings that are there', page => {
    expect(findBrokenLinks(page)).toEqual([]);
  });

  it.each(PAGES)('%s links to nothing that is not published', page => {
    const published = ['README.md', 'LICENSE', ...manifest.files];
    const targets = readLinks(page).map(({ target }) => target);

    expect(
      targets.filter(target => !published.includes(target.split('/')[0] ?? '')),
    ).toEqual([]);
  });

  it('are all in the index', () => {
    const linked = readLinks('docs/README.md').map(({ target }) => target);
    expect(['docs/README.md', ...linked].sort()).toEqual([...PAGES].sort());
  });
});
