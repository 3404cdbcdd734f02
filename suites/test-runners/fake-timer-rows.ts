import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { z } from 'zod/v4';
import type { LocalBaseten } from '../../local-baseten';
import { installNode } from '../lib/install-runtime';
import { runCommand } from '../lib/run-command';

/** They mostly wait. */
const PROCESSES = 3;

const answersSchema = z.record(z.string(), z.string());
const reportSchema = z.object({ faked: answersSchema, later: answersSchema });

/** How each test runner runs its file. */
const RUNNERS: Record<string, string[]> = {
  vitest: [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--dir=.',
    '--config=vitest.config.mjs',
  ],
  jest: [
    '--experimental-vm-modules',
    'node_modules/jest/bin/jest.js',
    '--config=jest.modules.cjs',
    '--testMatch=**/fake-timers.jest.mjs',
  ],
  sinon: ['fake-timers.sinon.mjs'],
  'node:test': ['--test', 'fake-timers.node-test.mjs'],
};

/** What is answered while timers are faked, and afterwards. */
export async function runFakeTimerRows(project: string, server: LocalBaseten) {
  const rows = Object.keys(RUNNERS).flatMap(runner =>
    ['before', 'while faked'].flatMap(imported =>
      ['native', 'http'].map(transport => ({ runner, imported, transport })),
    ),
  );
  const limit = pLimit(PROCESSES);
  const outcomes = await limit.map(rows, async row => {
    const { report, output } = await runRow(row, project, server);
    const { faked, later } = report;
    // Retries have to wait, and a package that is imported while timers are
    // faked knows no others: only one text needs none. Some runners fake what
    // sockets themselves need.
    const expected = [
      ...(faked.fetch === 'yes' ? [faked['one text']] : []),
      ...(faked.fetch === 'yes' && row.imported === 'before'
        ? [faked['1,500 texts']]
        : []),
      ...Object.values(later),
    ];
    const isFine =
      later.chat != null && expected.every(answer => answer === 'yes');
    const cells = Object.values(row);
    return {
      cells: [...cells, format(faked), format(later)],
      problems: isFine
        ? []
        : [`${cells.join(', ')}: ${JSON.stringify(report)} ${output}`],
    };
  });
  return {
    table: outcomes.map(({ cells }) => cells),
    problems: outcomes.flatMap(({ problems }) => problems),
  };
}

async function runRow(
  row: { runner: string; imported: string; transport: string },
  project: string,
  { origin, apiKey }: LocalBaseten,
) {
  const { runner, imported, transport } = row;
  const REPORT = join(project, `${Object.values(row).join('-')}.json`);
  const { stdout, stderr } = await runCommand(
    await installNode('22'),
    RUNNERS[runner] ?? [],
    {
      folder: project,
      timeoutSeconds: 90,
      env: {
        ORIGIN: origin,
        API_KEY: apiKey,
        IMPORTED: imported,
        TRANSPORT: transport,
        REPORT,
      },
    },
  );
  return existsSync(REPORT)
    ? {
        report: reportSchema.parse(JSON.parse(readFileSync(REPORT, 'utf8'))),
        output: '',
      }
    : {
        report: { faked: {}, later: {} },
        output: `${stdout}${stderr}`.slice(-1500),
      };
}

function format(answers: Record<string, string>): string {
  return Object.entries(answers)
    .map(([call, answer]) => `${call}: ${answer}`)
    .join('; ');
}
