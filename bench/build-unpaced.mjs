import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import config from '../rolldown.config.mjs';
import { UNPACED } from './unpaced.mjs';

/** Starts each request when it has a place, and decodes each reply as it comes. */
const NO_PACE = `
  export const SHORTEST_WAIT_IN_MS = 1;
  export const createPacer = () => ({
    isTooSoon: () => false,
    isDecodingBehind: () => false,
    countRequest: () => () => {},
    decodeInTurn: async decode => decode(),
  });
`;

/** Builds the package as it is, apart from the pacer. */
export async function buildUnpaced() {
  let replaced = 0;
  await build({
    ...config,
    plugins: [
      config.plugins,
      {
        name: 'no-pace',
        load: id => {
          if (!/batching\/pacer\.ts$/.test(id)) return null;
          replaced += 1;
          return NO_PACE;
        },
      },
    ],
    output: {
      ...config.output,
      dir: fileURLToPath(new URL('.', UNPACED)),
      sourcemap: false,
    },
  });
  if (replaced !== 1) throw new Error('Expected one pacer to replace.');
}
