import { describe, expect, it } from 'vitest';
import { runModule } from '../../suites/lib/run-node';
import { installPackage } from '../support/install-package';
import { useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();
const SETTINGS = JSON.stringify({
  modelURL: server.modelURL,
  apiKey: server.apiKey,
});

/** Embeds two batches, as the native client is for, and prints how. */
const EMBED = `
  import { createBaseten } from '@ai-sdk/baseten';
  const model = createBaseten(${SETTINGS}).embeddingModel();
  const { embeddings, warnings, providerMetadata } =
    await model.doEmbed({
      values: ['a', 'b'],
      providerOptions: { baseten: { batchSize: 1 } },
    });
  console.log(providerMetadata.baseten.transport, embeddings.length, warnings);
`;

const NATIVE_CLIENT = 'node_modules/@basetenlabs/performance-client';
const MANIFEST = '{ "main": "index.js", "version": "0.0.10" }';

describe('without a native client that works', () => {
  it.each<[name: string, files: Record<string, string>]>([
    ['is not installed', {}],
    [
      'lacks the binary of this platform',
      {
        [`${NATIVE_CLIENT}/package.json`]: MANIFEST,
        [`${NATIVE_CLIENT}/index.js`]:
          'module.exports = require("@basetenlabs/performance-client-other");',
      },
    ],
    [
      'throws something at its import',
      {
        [`${NATIVE_CLIENT}/package.json`]: MANIFEST,
        [`${NATIVE_CLIENT}/index.js`]: 'throw "no";',
      },
    ],
    [
      'is not valid JavaScript',
      {
        [`${NATIVE_CLIENT}/package.json`]: MANIFEST,
        [`${NATIVE_CLIENT}/index.js`]: 'const = ;',
      },
    ],
    [
      'exports something else',
      {
        [`${NATIVE_CLIENT}/package.json`]: MANIFEST,
        [`${NATIVE_CLIENT}/index.js`]: 'exports.PerformanceClient = 5;',
      },
    ],
  ])('embeddings go over HTTP in silence when it %s', async (_name, files) => {
    const folder = installPackage(files);

    expect(await runModule(EMBED, { folder })).toEqual({
      exitCode: 0,
      stdout: 'http 2 []\n',
      stderr: '',
    });
  });

  it('embeddings go over HTTP where addons are not allowed', async () => {
    const { stdout } = await runModule(EMBED, {
      nodeOptions: [
        '--experimental-permission',
        '--allow-fs-read=*',
        '--allow-worker',
      ],
    });

    expect(stdout).toBe('http 2 []\n');
  });

  it('embeddings go over native where it is installed', async () => {
    expect(await runModule(EMBED)).toEqual({
      exitCode: 0,
      stdout: 'native 2 []\n',
      stderr: '',
    });
  });
});

describe('in a worker thread', () => {
  /** The same code in a worker of a main thread that has used the addon. */
  const inWorker = (code: string) => `
    ${EMBED}
    import { Worker } from 'node:worker_threads';
    new Worker(new URL('data:text/javascript,' + encodeURIComponent(${JSON.stringify(code)})));
  `;

  it('embeddings go over HTTP in silence', async () => {
    const { stdout, stderr } = await runModule(inWorker(absolute(EMBED)));

    expect(stderr).toBe('');
    expect(stdout).toBe('native 2 []\nhttp 2 []\n');
  });

  it('embeddings go over an injected native client', async () => {
    const { stdout, stderr } = await runModule(
      inWorker(
        absolute(`
          import { PerformanceClient } from '@ai-sdk/baseten/performance-client';
          ${EMBED.replace(
            SETTINGS,
            `{ ...${SETTINGS}, performanceClient: PerformanceClient }`,
          )}
        `),
      ),
    );

    expect(stderr).toBe('');
    expect(stdout).toBe('native 2 []\nnative 2 []\n');
  });
});

/** Names imports by URL: code in a data URL has no place to look from. */
function absolute(code: string): string {
  return code
    .replace("'@ai-sdk/baseten'", JSON.stringify(urlOf('dist/index.js')))
    .replace(
      "'@ai-sdk/baseten/performance-client'",
      JSON.stringify(urlOf('dist/performance-client.cjs')),
    );
}

function urlOf(path: string): string {
  return new URL(`../../${path}`, import.meta.url).href;
}
