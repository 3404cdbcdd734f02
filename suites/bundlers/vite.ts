import type { Bundler } from './bundler';

/** The rest is in `project/vite.config.mjs`. */
export const vite: Bundler = {
  name: 'Vite',
  packageName: 'vite',
  targets: ['node', 'edge'],
  format: 'module',
  createCommand: () => ['vite', 'build'],
};
