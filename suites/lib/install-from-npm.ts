import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from './folders';
import { runNpm } from './run-npm';

/**
 * Installs a package into a cache folder of its own, once.
 *
 * @param name Often ends in a platform, since runtimes come as a package per
 * platform.
 * @throws NotAvailableError if the registry has no such package or version, or
 * the package is not for this machine.
 */
export async function installFromNpm(
  name: string,
  range: string,
): Promise<{ packageFolder: string; version: string }> {
  const folder = join(CACHE, 'packages', `${name}@${range}`.replace('/', '+'));
  const packageFolder = join(folder, 'node_modules', name);
  const manifest = join(packageFolder, 'package.json');

  if (!existsSync(manifest)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    await runNpm(['install', '--ignore-scripts', `${name}@${range}`], folder);
  }
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  return { packageFolder, version };
}
