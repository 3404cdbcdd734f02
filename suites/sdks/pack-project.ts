import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runNpm } from './run-command.mjs';

const project = join(import.meta.dirname, '../..');

/**
 * Builds and packs the package.
 *
 * @param {string} folder An empty one, where the tarball is put.
 * @returns {Promise<string>} Its path.
 */
export async function packProject(folder) {
  await runNpm(['pack', '--pack-destination', folder], project);
  const [tarball] = await readdir(folder);
  if (tarball === undefined) throw new Error('npm pack made no tarball.');
  return join(folder, tarball);
}
