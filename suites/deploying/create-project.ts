import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPrograms } from '../../test/docs/programs/markdown-programs';
import { runNpm } from '../lib/run-npm';

/** Makes a project with packages and a sample of the page in a file. */
export async function createProject({
  folder,
  packages,
  sample,
  file,
}: {
  folder: string;
  packages: readonly string[];
  /** The heading of the sample. */
  sample: string;
  file: string;
}): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  await runNpm(['install', '--prefer-offline', ...packages], folder);
  const program = readPrograms('docs/deploying.md', 'js').find(
    ({ title }) => title === sample,
  );
  if (program === undefined) {
    throw new Error(`The page has no sample: ${sample}`);
  }
  writeFileSync(join(folder, file), program.code);
}
