import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../lib/folders';
import { packPackage } from '../lib/pack-package';
import { runNpm } from '../lib/run-npm';

/** The smoke program and its entries. */
export const PROGRAM = join(import.meta.dirname, 'program');

/** Folders of projects that have the packed package installed. */
export interface ScratchProjects {
  /** As `npm install` does it. */
  complete: string;
  /** By `npm install --omit=optional`. */
  withoutOptional: string;
  /** With a native client whose binary is not for this machine. */
  withoutBinary: string;
}

/**
 * Builds and packs the package and installs it as its users do.
 *
 * @param folder An empty one far from the project, whose own packages would be
 * found otherwise.
 */
export async function createScratchProjects(
  folder: string,
): Promise<ScratchProjects> {
  const tarball = await packPackage(folder);
  const complete = await install(join(folder, 'complete'), [tarball]);
  const withoutOptional = await install(join(folder, 'without-optional'), [
    tarball,
    '--omit=optional',
  ]);

  const withoutBinary = join(folder, 'without-binary');
  cpSync(complete, withoutBinary, { recursive: true, verbatimSymlinks: true });
  for (const file of readdirSync(withoutBinary, {
    recursive: true,
    encoding: 'utf8',
  })) {
    if (/@basetenlabs.*\.node$/.test(file)) {
      writeFileSync(join(withoutBinary, file), 'for another machine');
    }
  }

  return { complete, withoutOptional, withoutBinary };
}

async function install(folder: string, parameters: string[]): Promise<string> {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  await runNpm(
    ['install', ...parameters, ...['ai', 'zod'].map(readInstalledVersion)],
    folder,
  );
  cpSync(PROGRAM, folder, { recursive: true });
  return folder;
}

/** The package in the version that the project itself is tested with. */
function readInstalledVersion(name: string): string {
  const manifest = join(PROJECT, 'node_modules', name, 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  return `${name}@${version}`;
}
