import process from 'node:process';

const { ENTRY, TARGET, OUTPUT } = process.env;

export default {
  logLevel: 'warn',
  build:
    TARGET === 'node'
      ? { outDir: OUTPUT, ssr: ENTRY }
      : {
          outDir: OUTPUT,
          lib: { entry: ENTRY, formats: ['es'], fileName: 'worker' },
        },
  // Server builds leave packages out otherwise.
  ssr: { noExternal: true },
};
