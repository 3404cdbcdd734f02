import { rmSync } from 'node:fs';
import { defineConfig } from 'tsup';
import manifest from './package.json' with { type: 'json' };
import { importThroughOwnFiles } from './scripts/import-through-own-files';

// Zod is the app's own, and Parcel fails at a file that re-exports it.
const dependencies = Object.keys(manifest.dependencies).filter(
  // Durable workflows find the classes of models by a plain import of it.
  name => name !== '@workflow/serde',
);

// The two builds run at the same time: cleaning in one could hit the other.
rmSync('dist', { recursive: true, force: true });

export default defineConfig([
  {
    entry: [
      'src/index.ts',
      'src/ai-sdk-6.ts',
      'src/ai-sdk-5.ts',
      'src/no-performance-client.ts',
    ],
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    // Declarations carry the types of the older versions: nothing else brings them.
    dts: { resolve: ['provider-v2', 'provider-v3'] },
    sourcemap: true,
    // The sources are in the package: source maps need not repeat them.
    esbuildOptions: options => {
      options.sourcesContent = false;
    },
    silent: true,
    // The plugin keeps them out of the output, which tsup would do by itself
    // before the plugin is asked.
    noExternal: dependencies,
    external: ['zod/v4'],
    esbuildPlugins: [importThroughOwnFiles(dependencies, 'dist')],
    define: { __PACKAGE_VERSION__: JSON.stringify(manifest.version) },
  },
  {
    entry: ['src/performance-client.ts'],
    // Node.js 20 loads addons by `require` alone.
    format: 'cjs',
    target: 'es2022',
    external: [/^@basetenlabs\//],
    dts: true,
    silent: true,
  },
]);
