import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'tsup';
import { runNpm } from './run-command.mjs';

const project = join(import.meta.dirname, '../..');

/**
 * Makes a project as a user has it, with one version of the AI SDK and the
 * packed package, and puts the suite and the local Baseten into it, in the
 * places that they have here.
 *
 * @param {{ scratch: string, version: string, tarball: string }} options
 */
export async function installSDK({ scratch, version, tarball }) {
  const { devDependencies } = JSON.parse(
    await readFile(join(project, 'package.json'), 'utf8'),
  );
  await mkdir(scratch, { recursive: true });
  await writeFile(
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
  await runNpm(
    ['install', '--no-audit', '--no-fund', '--prefer-offline'],
    scratch,
  );

  await cp(join(project, 'test/sdks'), join(scratch, 'test/sdks'), {
    recursive: true,
  });
  await build({
    entry: [join(project, 'local-baseten/index.ts')],
    outDir: join(scratch, 'local-baseten'),
    format: 'esm',
    config: false,
    silent: true,
  });
}
