import fc from 'fast-check';
import { afterAll, expect, it, vi } from 'vitest';
import { startLocalBaseten } from '../../local-baseten';
import { createRandom } from '../lib/random';
import { KEY_FORMS, listErrorPaths, showsKey } from './error-paths';

const local = await startLocalBaseten({ dimensions: 8 });
const paths = listErrorPaths(local);
vi.stubEnv('BASETEN_API_KEY', undefined);
afterAll(async () => {
  vi.unstubAllEnvs();
  await local.close();
});

it('no error shows the key, whatever went wrong', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.constantFrom(...Object.values(KEY_FORMS)),
      fc.nat(),
      async (path, createKey, seed) => {
        const key = createKey(createRandom(seed));
        expect(await showsKey(path, key, local)).toBe(false);
      },
    ),
    { numRuns: 300 },
  );
  expect(paths.length).toBeGreaterThan(5_000);
});
