/**
 * Lets the output import each dependency through a one-line file of its own,
 * `dependencies/NAME.js`.
 *
 * A durable workflow's builder copies the files that hold model classes into a
 * bundle of the app and leaves their bare imports to be resolved from there,
 * where another major of the same package may be hoisted. It leaves relative
 * imports pointing to the file in this package, so the right version is found.
 *
 * @param {readonly string[]} names Packages as the source imports them.
 * @returns {import('rolldown').Plugin}
 */
export function importThroughOwnFiles(names) {
  const files = new Map(
    names.map(name => [
      name,
      `dependencies/${name.replace(/^@/, '').replaceAll('/', '-')}.js`,
    ]),
  );
  return {
    name: 'import-through-own-files',
    resolveId: source => {
      const file = files.get(source);
      return file === undefined
        ? null
        : { id: `./${file}`, external: 'absolute' };
    },
    async generateBundle() {
      for (const [name, fileName] of files) {
        this.emitFile({
          type: 'asset',
          fileName,
          source: await reexport(name),
        });
      }
    },
  };
}

/** @param {string} name */
async function reexport(name) {
  const hasDefault = 'default' in (await import(name));
  return [
    `export * from '${name}';`,
    ...(hasDefault ? [`export { default } from '${name}';`] : []),
    '',
  ].join('\n');
}
