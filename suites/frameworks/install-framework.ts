import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from '../lib/run-npm';

/**
 * Makes a project with the packed package and what a framework needs.
 *
 * @returns the version of the framework's main package.
 */
export async function installFramework(
  project: string,
  packages: readonly string[],
  main: string,
): Promise<string> {
  mkdirSync(project, { recursive: true });
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ private: true, type: 'module' }),
  );
  await runNpm(
    ['install', '--ignore-scripts', '--prefer-offline', ...packages],
    project,
  );
  const manifest = join(project, 'node_modules', main, 'package.json');
  return JSON.parse(readFileSync(manifest, 'utf8')).version;
}
