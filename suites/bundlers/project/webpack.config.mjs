import process from 'node:process';

const { ENTRY, TARGET, OUTPUT } = process.env;

export default {
  mode: 'production',
  entry: `./${ENTRY}`,
  target: TARGET === 'node' ? 'node20' : 'webworker',
  experiments: { outputModule: true },
  output: {
    path: OUTPUT,
    filename: TARGET === 'node' ? 'main.js' : 'worker.js',
    library: { type: 'module' },
  },
  stats: 'errors-warnings',
  // It warns of any bundle above 244 KiB.
  performance: false,
};
