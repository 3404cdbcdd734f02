import type { Bundler } from './bundler';

export const rollup: Bundler = {
  name: 'rollup',
  packageName: 'rollup',
  targets: ['node', 'edge'],
  format: 'module',
  createCommand: ({ entry, target, output }) => [
    'rollup',
    ...['--input', entry],
    ...['--dir', output],
    ...[
      target === 'node'
        ? 'node-resolve={exportConditions:["node"]}'
        : 'node-resolve={browser:true}',
      'commonjs',
      'json',
    ].flatMap(plugin => ['--plugin', plugin]),
  ],
};
