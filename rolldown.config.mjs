import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createChunkGroups } from './scripts/create-chunk-groups.mjs';
import { importThroughOwnFiles } from './scripts/import-through-own-files.mjs';

/** @type {import('./package.json')} */
const manifest = JSON.parse(
  readFileSync(new URL('package.json', import.meta.url), 'utf8'),
);
const pathOf = (/** @type {string} */ name) =>
  fileURLToPath(new URL(`src/${name}.ts`, import.meta.url));

// Zod is the app's own, and Parcel fails at a file that re-exports it.
const dependencies = Object.keys(manifest.dependencies).filter(
  // Durable workflows find the classes of models by a plain import of it.
  name => name !== '@workflow/serde',
);

/**
 * What the output holds a copy of. The entry for providers has the functions that
 * the main one keeps to itself, and Parcel resolves no subpaths by default.
 */
const included = ['@ai-sdk/openai-compatible/internal'];

const entries = {
  index: pathOf('index'),
  'ai-sdk-6': pathOf('ai-sdk-6'),
  'ai-sdk-5': pathOf('ai-sdk-5'),
  'no-performance-client': pathOf('no-performance-client'),
};

/**
 * Source maps name no files of other packages: an installation does not have them.
 *
 * @returns {import('rolldown').Plugin}
 */
function omitFromSourceMaps() {
  return {
    name: 'omit-from-source-maps',
    transform: {
      filter: { id: /node_modules/ },
      handler: code => ({ code, map: { mappings: '' } }),
    },
  };
}

/**
 * The modules of the package; `tsup.config.ts` makes what else it has.
 *
 * @type {import('rolldown').InputOptions & { output: import('rolldown').OutputOptions }}
 */
const config = {
  input: entries,
  platform: 'neutral',
  external: name =>
    /^[^./]/.test(name) && ![...dependencies, ...included].includes(name),
  plugins: [importThroughOwnFiles(dependencies), omitFromSourceMaps()],
  transform: {
    target: 'es2022',
    define: { __PACKAGE_VERSION__: JSON.stringify(manifest.version) },
  },
  output: {
    dir: 'dist',
    cleanDir: true,
    format: 'esm',
    // Some tell bundlers which imports to leave alone.
    comments: { legal: true, annotation: true, jsdoc: false },
    sourcemap: true,
    // The sources are in the package: source maps need not repeat them.
    sourcemapExcludeSources: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: { groups: createChunkGroups(Object.values(entries)) },
  },
};

export default config;
