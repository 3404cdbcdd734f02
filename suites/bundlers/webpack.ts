import type { Bundler } from './bundler';

/** The rest is in `project/webpack.config.mjs`. */
export const webpack: Bundler = {
  name: 'webpack',
  packageName: 'webpack',
  targets: ['node', 'edge'],
  format: 'module',
  createCommand: () => ['webpack'],
};
