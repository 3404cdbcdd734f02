import { defineConfig } from 'vitest/config';
import manifest from './package.json' with { type: 'json' };

export default defineConfig({
  define: { __PACKAGE_VERSION__: JSON.stringify(manifest.version) },
  test: {
    include: [
      'test/**/*.test.ts',
      '{bench,local-baseten,scripts,suites}/**/*.test.ts',
    ],
    // Processes, because the provider behaves differently in a worker thread.
    pool: 'forks',
    // The built package is run by Node as it stands, not transformed.
    server: { deps: { external: [/\/dist\/index\.js$/] } },
    testTimeout: 30_000,
    hookTimeout: 30_000,
    reporters: process.env.CI
      ? ['default', ['json', { outputFile: '.cache/test-report.json' }]]
      : ['default'],
  },
});
