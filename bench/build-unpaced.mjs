import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'tsup';
import { UNPACED } from './unpaced.mjs';

const root = new URL('../', import.meta.url);

/** Starts each request when it has a place, and decodes each reply as it comes. */
const NO_PACE = `
  export const SHORTEST_WAIT_IN_MS = 1;
  export const createPacer = () => ({
    isTooSoon: () => false,
    isDecodingBehind: () => false,
    countRequest: send => send(),
    decodeInTurn: async decode => decode(),
  });
`;

/** Builds the source as it is, apart from the pacer. */
export async function buildUnpaced() {
  const { version } = JSON.parse(
    readFileSync(new URL('package.json', root), 'utf8'),
  );
  let replaced = 0;
  await build({
    config: false,
    entry: [fileURLToPath(new URL('src/index.ts', root))],
    outDir: fileURLToPath(new URL('.', UNPACED)),
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    silent: true,
    define: { __PACKAGE_VERSION__: JSON.stringify(version) },
    esbuildPlugins: [
      {
        name: 'no-pace',
        setup: ({ onLoad }) => {
          onLoad({ filter: /batching\/pacer\.ts$/ }, () => {
            replaced += 1;
            return { contents: NO_PACE, loader: 'js' };
          });
        },
      },
    ],
  });
  if (replaced !== 1) throw new Error('Expected one pacer to replace.');
}
