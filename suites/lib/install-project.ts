import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PROJECT } from './folders';
import { packPackage } from './pack-package';
import { runNpm } from './run-npm';

/** A user's project, with what it needs beside the packed package. */
export interface ProjectOptions {
  /** An empty folder far from the repository. */
  folder: string;
  /** Folder whose files are copied into the project. */
  program: string;
  /** Specifiers such as `jest@30`, installed beside `ai` and `zod`. */
  packages?: readonly string[];
}

/**
 * Packs the package and installs it as its users do. Where the environment
 * variable `PACKAGE_TARBALL` names another tarball, that one is installed: so
 * a suite can be run against an older state of the package.
 */
export async function installProject({
  folder,
  program,
  packages = [],
}: ProjectOptions): Promise<string> {
  const { PACKAGE_TARBALL } = process.env;
  const tarball =
    PACKAGE_TARBALL == null
      ? await packPackage(folder)
      : resolve(PACKAGE_TARBALL);
  const project = join(folder, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{ "private": true }');
  await runNpm(
    [
      'install',
      tarball,
      ...['ai', 'zod'].map(readInstalledVersion),
      ...packages,
    ],
    project,
  );
  cpSync(program, project, { recursive: true });
  return project;
}

/** The package in the version that the project itself is tested with. */
function readInstalledVersion(name: string): string {
  const manifest = join(PROJECT, 'node_modules', name, 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  return `${name}@${version}`;
}
