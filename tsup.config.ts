import { defineConfig } from 'tsup';

/** Declarations, and the one module that is CommonJS. `rolldown.config.mjs` makes the rest. */
export default defineConfig([
  {
    entry: [
      'src/index.ts',
      'src/ai-sdk-6.ts',
      'src/ai-sdk-5.ts',
      'src/no-performance-client.ts',
    ],
    format: 'esm',
    // Declarations carry the types of the older versions: nothing else brings them.
    dts: { only: true, resolve: ['provider-v2', 'provider-v3'] },
    silent: true,
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
