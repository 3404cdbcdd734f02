import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/**
 * Lets the output import each dependency through a one-line file of its own,
 * `dependencies/NAME.js`.
 *
 * A durable workflow's builder copies the files that hold model classes into a
 * bundle of the app and leaves their bare imports to be resolved from there,
 * where another major of the same package may be hoisted. It leaves relative
 * imports pointing to the file in this package, so the right version is found.
 *
 * @param names Packages and subpaths as the source imports them.
 */
export function importThroughOwnFiles(
  names: readonly string[],
  outputFolder: string,
): Plugin {
  const files = new Map(
    names.map(name => [
      name,
      `./dependencies/${name.replace(/^@/, '').replaceAll('/', '-')}.js`,
    ]),
  );
  return {
    name: 'import-through-own-files',
    setup: build => {
      build.onResolve({ filter: /^[^.]/ }, ({ path: name }) => {
        const path = files.get(name);
        return path === undefined ? undefined : { path, external: true };
      });
      build.onEnd(async () => {
        for (const [name, path] of files) {
          const file = join(outputFolder, path);
          await mkdir(dirname(file), { recursive: true });
          await writeFile(file, await reexport(name));
        }
      });
    },
  };
}

async function reexport(name: string): Promise<string> {
  const hasDefault = 'default' in (await import(name));
  return [
    `export * from '${name}';`,
    ...(hasDefault ? [`export { default } from '${name}';`] : []),
    '',
  ].join('\n');
}
