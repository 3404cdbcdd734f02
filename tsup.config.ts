import { defineConfig } from 'tsup';
import manifest from './package.json' with { type: 'json' };

export default defineConfig({
  entry: ['src/index.ts', 'src/ai-sdk-6.ts', 'src/ai-sdk-5.ts'],
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  // Declarations carry the types of the older versions: nothing else brings them.
  dts: { resolve: ['provider-v2', 'provider-v3'] },
  sourcemap: true,
  clean: true,
  silent: true,
  define: { __PACKAGE_VERSION__: JSON.stringify(manifest.version) },
});
