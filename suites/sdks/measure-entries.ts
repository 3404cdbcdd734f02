import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'tsup';
import { ENTRIES } from './entries.mjs';

/** What an older entry may have on top of the main one, in minified bytes. */
const LIMIT = 6000;

/**
 * Bundles and minifies a program for each entry, without the packages that
 * this one depends on.
 *
 * @param {string} folder A folder of this project, where the package is found
 * by its name.
 */
export async function measureEntries(folder) {
  const sizes = new Map();
  for (const { name, specification } of ENTRIES) {
    const program = `size-of-v${specification}`;
    const file = join(folder, `${program}.mjs`);
    await writeFile(file, `export { createBaseten } from '${name}';\n`);
    await build({
      entry: { [program]: file },
      outDir: join(folder, 'sizes'),
      format: 'esm',
      minify: true,
      noExternal: [/^@ai-sdk\/baseten/],
      external: [/^@ai-sdk\/(?!baseten)/, 'zod', 'p-limit'],
      config: false,
      silent: true,
    });
    const bundle = await readFile(join(folder, 'sizes', `${program}.js`));
    sizes.set(name, bundle.length);
  }

  const smallest = sizes.get(ENTRIES[0]?.name);
  const rows = [...sizes].map(([entry, bytes]) => ({
    entry,
    minified: bytes,
    more: bytes - smallest,
  }));
  return {
    rows,
    failures: rows
      .filter(({ more }) => more > LIMIT)
      .map(
        ({ entry, more }) =>
          `${entry}: expected at most ${LIMIT} bytes more, got ${more}`,
      ),
  };
}
