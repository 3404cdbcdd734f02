import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { type CommandOptions, runCommand } from '../lib/run-command';
import { readPrintedReport } from '../runtimes/read-report';
import type { SmokeServer } from '../runtimes/runtime';
import { PROGRAM } from '../runtimes/scratch-projects';
import type { Row } from './rows';

/** How a row went, step by step. */
export interface RowOutcome {
  isAsExpected: boolean;
  install: string;
  cleanInstall: string;
  transport: string;
  /** What the program of the app did, or what went wrong. */
  passed: string;
  problem?: string;
}

/** What `npm install` names, in versions that Node 22 and this package take. */
const PACKAGES = [
  `${manifest.name}@${manifest.version}`,
  `ai@${manifest.devDependencies.ai}`,
  `zod@${manifest.devDependencies.zod}`,
];

/** Installs an app twice, in a home folder of its own each time, and runs it. */
export async function runRow(
  row: Row,
  context: {
    folder: string;
    registry: string;
    node: string;
    server: SmokeServer;
  },
): Promise<RowOutcome> {
  const { folder, registry, node, server } = context;
  const { manager, options, expected } = row;
  const app = join(folder, 'app');
  const inHome = (home: string): CommandOptions => ({
    folder: app,
    env: {
      PATH: `${dirname(node)}:${process.env.PATH}`,
      HOME: join(folder, home),
      CI: '1',
    },
    timeoutSeconds: 300,
  });
  createApp(app, registry, manager.files);

  const outcome: RowOutcome = {
    isAsExpected: false,
    install: '-',
    cleanInstall: '-',
    transport: '-',
    passed: '-',
  };
  const run = async (command: readonly string[], home: string) => {
    const [program = '', ...parameters] = command;
    return await runCommand(program, parameters, inHome(home));
  };
  const fail = (problem: string): RowOutcome => ({
    ...outcome,
    isAsExpected: expected instanceof RegExp && expected.test(problem),
    problem,
  });

  const installed = await run(
    [...manager.add, ...options, ...PACKAGES, ...row.packages],
    'home',
  );
  outcome.install = installed.exitCode === 0 ? 'passed' : 'failed';
  if (installed.exitCode !== 0)
    return fail(installed.stdout + installed.stderr);

  for (const name of ['node_modules', '.pnp.cjs', '.pnp.loader.mjs', '.yarn']) {
    rmSync(join(app, name), { recursive: true, force: true });
  }
  const again = await run([...manager.cleanInstall, ...options], 'home-of-ci');
  outcome.cleanInstall = again.exitCode === 0 ? 'passed' : 'failed';
  if (again.exitCode !== 0) return fail(again.stdout + again.stderr);

  try {
    const { transport, passed, failed } = readPrintedReport(
      await run(
        [...manager.run, 'main.mjs', server.origin, server.apiKey],
        'home-of-ci',
      ),
    );
    return {
      ...outcome,
      isAsExpected: transport === expected && failed.length === 0,
      transport,
      passed: passed.join(', '),
      ...(failed.length > 0 && { problem: failed.join('\n') }),
    };
  } catch (error) {
    return fail(String(error));
  }
}

function createApp(
  folder: string,
  registry: string,
  files: Record<string, string> = {},
): void {
  mkdirSync(folder, { recursive: true });
  cpSync(PROGRAM, folder, { recursive: true });
  const all = {
    'package.json': '{ "name": "app", "private": true, "type": "module" }',
    '.npmrc': `registry=${registry}\naudit=false\nfund=false\n`,
    ...files,
  };
  for (const [name, content] of Object.entries(all)) {
    writeFileSync(join(folder, name), content);
  }
}
