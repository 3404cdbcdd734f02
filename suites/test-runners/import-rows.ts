import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalBaseten } from '../../local-baseten';
import { installNode } from '../lib/install-runtime';
import { runCommand } from '../lib/run-command';
import { ALIAS_OF_TODAY } from './versions';

/** A way in which users import a package. */
interface ImportRow {
  name: string;
  node: string;
  nodeOptions?: string[];
  /** The jest configuration, or none for a plain program. */
  jest?: string;
  file: string;
  /** Whether it is enough to be no worse than the package of today. */
  isUnsupported?: boolean;
}

const MODULES = ['--experimental-vm-modules'];

const ROWS: ImportRow[] = [
  ...['20.19', '22', '24'].map(node => ({
    name: 'require',
    node,
    file: 'require.cjs',
  })),
  ...['20.19', '24'].map(node => ({
    name: 'jest as it comes',
    node,
    jest: 'default',
    file: 'js',
    isUnsupported: true,
  })),
  {
    name: 'jest as it comes, --experimental-vm-modules',
    node: '24',
    nodeOptions: MODULES,
    jest: 'default',
    file: 'js',
  },
  {
    name: 'jest, ES modules',
    node: '20.19',
    nodeOptions: MODULES,
    jest: 'modules',
    file: 'mjs',
  },
  { name: 'babel-jest, recipe', node: '20.19', jest: 'babel-jest', file: 'js' },
  { name: 'ts-jest, recipe', node: '20.19', jest: 'ts-jest', file: 'ts' },
];

/** How users can import ours, and the package of today, in each way. */
export async function runImportRows(project: string, server: LocalBaseten) {
  const table: string[][] = [];
  const problems: string[] = [];
  for (const row of ROWS) {
    const ours = await runImport(row, '@ai-sdk/baseten', project, server);
    const today = await runImport(row, ALIAS_OF_TODAY, project, server);
    table.push([row.name, row.node, format(ours), format(today)]);
    if (ours != null && (!row.isUnsupported || today == null)) {
      problems.push(`${row.name}, Node ${row.node}: ${ours}`);
    }
  }
  return { table, problems };
}

function format(failure: string | undefined): string {
  return failure == null ? 'works' : 'cannot be imported';
}

/** @returns what went wrong, if anything. */
async function runImport(
  { node, nodeOptions = [], jest, file }: ImportRow,
  name: string,
  project: string,
  { origin, apiKey }: LocalBaseten,
): Promise<string | undefined> {
  const source = jest == null ? file : 'calls.jest.js';
  const code = readFileSync(join(project, source), 'utf8');
  const program = jest == null ? 'program.cjs' : `program.test.${file}`;
  const globals = "import { expect, test } from '@jest/globals';\n";
  writeFileSync(
    join(project, program),
    (file === 'mjs' ? globals : '') + code.replaceAll('@ai-sdk/baseten', name),
  );
  const parameters =
    jest == null
      ? [program]
      : [
          'node_modules/jest/bin/jest.js',
          `--config=jest.${jest}.cjs`,
          `--testMatch=**/${program}`,
        ];
  const { exitCode, stdout, stderr } = await runCommand(
    await installNode(node),
    [...nodeOptions, ...parameters],
    { folder: project, env: { ORIGIN: origin, API_KEY: apiKey } },
  );
  return exitCode === 0 ? undefined : `${stdout}${stderr}`.slice(0, 1500);
}
