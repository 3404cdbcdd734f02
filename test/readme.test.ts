import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBaseten } from '@ai-sdk/baseten';
import { embed, generateText } from 'ai';
import { describe, expect, it } from 'vitest';
import { startLocalBaseten } from '../local-baseten';
import manifest from '../package.json' with { type: 'json' };
import { findTypeErrors } from './programs/find-type-errors';
import { readPrograms, runProgram } from './programs/markdown-programs';
import { projectFolder } from './programs/run-process';

/** What some examples print, by their titles; the others just something. */
const outputs: Record<string, RegExp> = {
  'Quick start': /meaning of life/,
  'Model APIs': /^1, 2, 3, .*, 10$/,
  'Dedicated deployments': /^Hello!$/m,
  Embeddings: /^2 [1-9]\d* { transport: 'native', requests: 1 }$/m,
  Errors: /^404 please check the model you provided false$/m,
  'Chat models': /^1, 2, 3, .*, 10\nstop$/m,
  'Structured output': /^Ada Lovelace 36$/m,
  'Options of chat models': /\S.* = 391$/m,
  'Dedicated chat models': /^Hello!$/m,
  'Embedding models': /^0\.[2-9]\d*\n-?0\.[01]\d*$/m,
  'Options of embedding models': /^500 { transport: 'native', requests: 8 }$/m,
  Transports: /^http\nnative$/m,
};

describe.concurrent.each(['README.md', 'docs/baseten.md'])(
  '%s',
  { timeout: 90_000 },
  file => {
    const text = readFileSync(join(projectFolder, file), 'utf8');
    const programs = readPrograms(file);

    it('has examples that compile', () => {
      expect(programs.length).toBeGreaterThan(5);
      expect(findTypeErrors(programs)).toEqual([]);
    });

    it.each(programs)('has an example that runs: $title', async program => {
      await using local = await startLocalBaseten();
      const { exitCode, stdout, stderr } = await runProgram(program, local);

      expect(stderr).toBe('');
      expect(exitCode).toBe(0);
      if (program.code.includes("from 'ai'")) {
        expect(local.requests).not.toHaveLength(0);
        expect(stdout).toMatch(outputs[program.title] ?? /\S/);
      }
    });

    it('links to files and headings that are there', () => {
      const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(
        ([, heading = '']) => `#${heading.toLowerCase().replaceAll(' ', '-')}`,
      );
      const links = [...text.matchAll(/\]\((?!https:)([^)]+)\)/g)];

      for (const [, link = ''] of links) {
        expect(
          headings.includes(link) || existsSync(join(projectFolder, link)),
          link,
        ).toBe(true);
      }
    });

    it('names scripts that are there', () => {
      const names = [...text.matchAll(/npm run ([\w:]+)/g)].map(
        ([, name]) => name,
      );
      expect(Object.keys(manifest.scripts)).toEqual(
        expect.arrayContaining(names),
      );
    });

    it('quotes the messages of errors as they are', async () => {
      for (const message of await provokeErrors()) {
        expect(text).toContain(message);
      }
    });
  },
);

it('the README names every setting', () => {
  const readme = readFileSync(join(projectFolder, 'README.md'), 'utf8');
  const source = readFileSync(
    join(projectFolder, 'src/baseten-provider.ts'),
    'utf8',
  );
  const declaration = /interface BasetenProviderSettings {([\s\S]*?)^}/m.exec(
    source,
  );
  const names = [...(declaration?.[1] ?? '').matchAll(/^ {2}(\w+)\?:/gm)];

  expect(names).toHaveLength(6);
  for (const [, name] of names) {
    expect(readme).toContain(`| \`${name}\` |`);
  }
});

/** The messages that can be had from the package and the local Baseten. */
async function provokeErrors(): Promise<string[]> {
  await using local = await startLocalBaseten();
  const { apiKey, baseURL, modelURL } = local;
  const predictURL = modelURL.replace('/sync', '/predict');
  const chat = (settings: Parameters<typeof createBaseten>[0], id = 'none') =>
    generateText({ model: createBaseten(settings)(id), prompt: 'Hello!' });

  const errors = await Promise.all(
    [
      () => chat({ baseURL }),
      () => chat({ baseURL, apiKey: 'wrong' }),
      () => chat({ baseURL, apiKey }),
      () => chat({ modelURL: predictURL }),
      () => createBaseten({ modelURL: predictURL }).embeddingModel(),
      () => createBaseten().embeddingModel(),
      () =>
        embed({
          model: createBaseten({ modelURL: '/sync' }).embeddingModel(),
          value: 'a text',
        }),
    ].map(async action => {
      try {
        await action();
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
      throw new Error('Expected an error, got none.');
    }),
  );
  // What came stands at the end of some messages.
  return errors.map(message => message.replace(/, got .*/, ', got ...'));
}
