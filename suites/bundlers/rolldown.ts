import type { Bundler } from './bundler';

export const rolldown: Bundler = {
  name: 'rolldown',
  packageName: 'rolldown',
  targets: ['node', 'edge'],
  format: 'module',
  createCommand: ({ entry, target, output }) => [
    'rolldown',
    entry,
    ...['--platform', target === 'node' ? 'node' : 'browser'],
    ...['--dir', output],
    ...['--log-level', 'warn'],
  ],
};
