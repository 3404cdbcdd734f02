import type { Bundler } from './bundler';

export const esbuild: Bundler = {
  name: 'esbuild',
  packageName: 'esbuild',
  targets: ['node', 'edge'],
  format: 'commonjs',
  createCommand: ({ entry, target, output }) => [
    'esbuild',
    entry,
    '--bundle',
    '--log-level=warning',
    ...(target === 'node'
      ? ['--platform=node', `--outfile=${output}/main.js`]
      : ['--format=esm', `--outfile=${output}/worker.js`]),
  ],
};
