import { join } from 'node:path';
import { installFromNpm } from '../lib/install-from-npm';
import { installBun, installDeno } from '../lib/install-runtime';

/** How a package manager is used. Commands begin with the program. */
export interface PackageManager {
  name: string;
  /** Installs the packages whose names follow. */
  add: string[];
  /** Installs from the lock file, and fails if that is not up to date. */
  cleanInstall: string[];
  /** Runs the JavaScript file whose name follows. */
  run: string[];
  /** Files of the app besides `package.json` and `.npmrc`. */
  files?: Record<string, string>;
}

/** @param version The newest of a major version, and the oldest of npm 11. */
export async function createNpm(version: string): Promise<PackageManager> {
  const npm = await findProgram('npm', version, 'bin/npm-cli.js');
  return {
    name: `npm ${version}`,
    add: [...npm, 'install'],
    cleanInstall: [...npm, 'ci'],
    run: ['node'],
  };
}

export async function createYarn1(): Promise<PackageManager> {
  const version = '1.22.22';
  const yarn = await findProgram('yarn', version, 'bin/yarn.js');
  return {
    name: `Yarn ${version}`,
    add: [...yarn, 'add'],
    cleanInstall: [...yarn, 'install', '--frozen-lockfile'],
    run: ['node'],
  };
}

export async function createYarn4(
  nodeLinker: 'node-modules' | 'pnp',
  registry: string,
): Promise<PackageManager> {
  const version = '4.18.1';
  const yarn = await findProgram('@yarnpkg/cli-dist', version, 'bin/yarn.js');
  return {
    name: `Yarn ${version}, ${nodeLinker}`,
    add: [...yarn, 'add'],
    cleanInstall: [...yarn, 'install', '--immutable'],
    run: [...yarn, 'node'],
    files: {
      // An empty lock file makes the folder a project of its own.
      'yarn.lock': '',
      '.yarnrc.yml': JSON.stringify({
        nodeLinker,
        npmRegistryServer: registry,
        unsafeHttpWhitelist: ['127.0.0.1'],
        npmMinimalAgeGate: 0,
        enableTelemetry: false,
      }),
    },
  };
}

export async function createPnpm(): Promise<PackageManager> {
  const version = '11.28.10';
  const pnpm = await findProgram('pnpm', version, 'bin/pnpm.mjs');
  return {
    name: `pnpm ${version}`,
    add: [...pnpm, 'add'],
    cleanInstall: [...pnpm, 'install', '--frozen-lockfile'],
    run: ['node'],
    files: { 'pnpm-workspace.yaml': 'minimumReleaseAge: 0\n' },
  };
}

export async function createBun(): Promise<PackageManager> {
  const bun = await installBun();
  return {
    name: 'Bun 1',
    add: [bun, 'add'],
    cleanInstall: [bun, 'install', '--frozen-lockfile'],
    run: [bun, 'run'],
  };
}

export async function createDeno(): Promise<PackageManager> {
  const deno = await installDeno();
  return {
    name: 'Deno 2',
    add: [deno, 'add', '--npm'],
    cleanInstall: [deno, 'install', '--frozen'],
    run: [deno, 'run', '--allow-all'],
    files: { 'deno.json': '{ "minimumDependencyAge": "0" }' },
  };
}

async function findProgram(
  name: string,
  version: string,
  file: string,
): Promise<string[]> {
  const { packageFolder } = await installFromNpm(name, version);
  return ['node', join(packageFolder, file)];
}
