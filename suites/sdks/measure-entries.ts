import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'tsup';
import { ENTRIES } from './entries';

/** Minified bytes that an entry may add to the one for the next AI SDK. */
const LIMIT = 6000;

/**
 * Bundles and minifies a program for each entry, without the packages that
 * this one depends on.
 *
 * @param folder A folder inside this project, where the package is found by
 * its name.
 */
export async function measureEntries(folder: string) {
  const sizes = new Map<string, number>();
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
      external: [/^@ai-sdk\/(?!baseten)/, 'zod'],
      config: false,
      silent: true,
    });
    const bundle = await readFile(join(folder, 'sizes', `${program}.js`));
    sizes.set(name, bundle.length);
  }

  const rows = [...sizes].map(([entry, bytes], index, all) => ({
    entry,
    minified: bytes,
    more: bytes - (all[index - 1]?.[1] ?? bytes),
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
