import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, inject, onTestFinished, test } from 'vitest';
import { startLocalBaseten } from '../../local-baseten';
import { startScript } from './support/start-app';

test('a copy of the app outside the repository talks to Baseten', async () => {
  const local = await startLocalBaseten();
  onTestFinished(() => local.close());
  const app = await startScript(inject('copy'), 'start', {
    BASETEN_API_KEY: local.apiKey,
    BASETEN_BASE_URL: local.baseURL,
    BASETEN_MODEL_URL: local.modelURL,
    BASETEN_RERANK_MODEL_URL: local.modelURL,
  });
  onTestFinished(() => app.close());

  const search = await fetch(`${app.origin}/api/search?query=whales`);
  expect(await search.json()).toMatchObject({
    metadata: { corpus: { transport: 'native' } },
  });
  // There is nothing to listen or to speak with.
  const page = await (await fetch(app.origin)).text();
  expect(page).toContain('Write a message');
  expect(page).not.toContain('Dictate');
});

test('a copy without a key says what to do', async () => {
  await expect(
    promisify(execFile)('npm', ['start'], {
      cwd: inject('copy'),
      env: { PATH: process.env.PATH ?? '' },
    }),
  ).rejects.toMatchObject({
    stderr: expect.stringContaining('Set BASETEN_API_KEY in .env.local'),
  });
});
