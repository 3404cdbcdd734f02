import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'tsup';
import manifest from '../../package.json' with { type: 'json' };
import { PROJECT } from '../lib/folders';
import { runNpm } from '../lib/run-npm';

const SUITE = 'suites/sdks';

/**
 * Makes a project as a user has it, with one version of the AI SDK and the
 * packed package, and puts the suite and the local Baseten into the same
 * places as here.
 */
export async function installSDK({
  scratch,
  version,
  tarball,
}: {
  scratch: string;
  version: string;
  tarball: string;
}): Promise<void> {
  const { devDependencies } = manifest;
  mkdirSync(scratch, { recursive: true });
  writeFileSync(
    join(scratch, 'package.json'),
    JSON.stringify({
      private: true,
      type: 'module',
      dependencies: {
        '@ai-sdk/baseten': `file:${tarball}`,
        ai: version,
        zod: devDependencies.zod,
      },
      devDependencies: {
        '@types/json-schema': '^7.0.15',
        '@types/node': devDependencies['@types/node'],
        typescript: devDependencies.typescript,
      },
    }),
  );
  await runNpm(['install', '--prefer-offline'], scratch);

  for (const folder of ['suite', 'types']) {
    cpSync(join(PROJECT, SUITE, folder), join(scratch, SUITE, folder), {
      recursive: true,
    });
  }
  await build({
    entry: [join(PROJECT, 'local-baseten/index.ts')],
    outDir: join(scratch, 'local-baseten'),
    format: 'esm',
    config: false,
    silent: true,
  });
}
