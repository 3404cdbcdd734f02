import { readdir, readlink, realpath } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { BUNDLERS } from './global-setup';
import { useApp } from './support/use-app';

// Next.js says these of every edge route and of every first build in a CI run.
const ABOUT_ANY_APP = [
  '⚠ The Edge Runtime is deprecated. You can use the "nodejs" runtime instead.',
  '⚠ Using edge runtime on a page currently disables static generation for that page',
  '⚠ No build cache found.',
];

describe.each(BUNDLERS)('built by %s', bundler => {
  const app = useApp({ bundler });

  test('builds without an error or a warning of its own', () => {
    const complaints = inject('builds')
      [bundler].output.split('\n')
      .filter(line => /⚠|⨯|\b(?:warn|error|failed)/i.test(line))
      .filter(line => !line.startsWith('npm warn'))
      .filter(line => !ABOUT_ANY_APP.some(known => line.startsWith(known)));

    expect(complaints).toEqual([]);
  });

  test('keeps all that it needs in the standalone output', async () => {
    const folder = await realpath(inject('builds')[bundler].folder);
    const entries = await readdir(folder, {
      recursive: true,
      withFileTypes: true,
    });
    const targets = await Promise.all(
      entries
        .filter(entry => entry.isSymbolicLink())
        .map(async ({ parentPath, name }) => {
          const link = resolve(parentPath, name);
          return resolve(dirname(link), await readlink(link));
        }),
    );

    expect(targets.filter(target => !target.startsWith(folder + sep))).toEqual(
      [],
    );
  });

  test('embeds its corpus by the native client', async () => {
    const response = await fetch(`${app.origin}/api/search?query=whales`);

    expect(await response.json()).toMatchObject({
      results: [
        { document: { title: 'A channel for sound in the ocean' } },
        {},
        {},
        {},
        {},
      ],
      metadata: {
        corpus: { transport: 'native', requests: 3 },
        embedding: { transport: 'http', requests: 1 },
        reranking: { transport: 'http', requests: 1 },
      },
    });
  });

  test.each([
    ['Node.js', 'chat', 'nodejs'],
    ['edge', 'edge-chat', 'edge'],
  ])('chats on the %s runtime', async (_name, route, runtime) => {
    const message = {
      id: '1',
      role: 'user',
      parts: [{ type: 'text', text: 'Say "hello there".' }],
    };
    const response = await fetch(`${app.origin}/api/${route}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ messages: [message] }),
    });
    const stream = await response.text();

    expect(stream).toContain('"delta":" there"');
    expect(stream).toContain(`"runtime":"${runtime}"`);
  });
});
