/**
 * Runs the samples of `docs/frameworks.md` from the packed package in the
 * frameworks themselves, installed from npm, against the local Baseten:
 *
 *     npm run test:frameworks [-- NAME]
 *
 * Prints a table, and exits with 1 if a sample fails.
 */
import { join } from 'node:path';
import { startLocalBaseten } from '../../local-baseten';
import { readPrograms } from '../../test/docs/programs/markdown-programs';
import { formatRecords } from '../lib/format-table.mjs';
import { installNode } from '../lib/install-runtime';
import { packPackage } from '../lib/pack-package';
import { createTemporaryFolder } from '../lib/temporary-folder';
import { FRAMEWORKS } from './frameworks';
import { installFramework } from './install-framework';
import { runOpencode } from './run-opencode';
import { runSample } from './run-sample';

const [, , only] = process.argv;
const isWanted = (name: string) => only === undefined || only === name;

using folder = createTemporaryFolder();
const tarball = await packPackage(folder.path);
// Some frameworks need more than Node 20.
const node = await installNode('24');
const samples = readPrograms('docs/frameworks.md', 'js');
const rows: Array<Record<string, string>> = [];

for (const { name, packages, main, output } of FRAMEWORKS) {
  if (!isWanted(name)) continue;
  const sample = samples.find(({ title }) => title === name);
  if (sample === undefined) throw new Error(`The page has no sample: ${name}`);
  const project = join(folder.path, name);
  const version = await installFramework(project, [tarball, ...packages], main);
  await using local = await startLocalBaseten();
  const outcome = await runSample(sample, { project, node, local });
  report(name, version, outcome, output);
}

if (isWanted('opencode')) {
  await using local = await startLocalBaseten();
  const scratch = join(folder.path, 'opencode');
  const outcome = await runOpencode({ scratch, tarball, local });
  report('opencode', outcome.version, outcome, /todowrite: /);
}
console.log(formatRecords(rows));

function report(
  framework: string,
  version: string,
  {
    exitCode,
    stdout,
    stderr,
  }: { exitCode: number | null; stdout: string; stderr: string },
  output: RegExp,
): void {
  const isRight = exitCode === 0 && output.test(stdout);
  rows.push({ framework, version, sample: isRight ? 'right' : 'WRONG' });
  if (!isRight) {
    console.error(`${framework} ended with ${exitCode}:\n${stdout}${stderr}`);
    process.exitCode = 1;
  }
}
