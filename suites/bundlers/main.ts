/**
 * Bundles one app with every usual bundler, for Node and for the edge, with
 * and without the native client installed, runs each bundle against the local
 * Baseten, and measures what an app that only chats weighs. Prints two tables
 * and exits with 1 when something is not as it should be.
 *
 *     npm run test:bundlers
 */

import { formatTable } from '../lib/format-table.mjs';
import { createTemporaryFolder } from '../lib/temporary-folder';
import { startSmokeServer } from '../runtimes/start-smoke-server';
import { createAppProject } from './create-app-project';
import { judgeRow } from './judge-row';
import { CHAT_APPS, measureChatApp } from './measure-size';
import { runRows } from './run-rows';

/**
 * What a chat app weighs at most as a multiple of the same app without us. One
 * file holds all kinds of model; of a split app each is loaded when it is called.
 */
const LIMITS = {
  'chat-only': { inOneFile: 1.18, atStart: 1, afterAnswer: 1.08 },
  'model-only': { inOneFile: 1.18, atStart: 0.91, afterAnswer: 1.02 },
} as const;
const FORMS = {
  inOneFile: 'in one file',
  atStart: 'split, at start',
  afterAnswer: 'split, after an answer',
} as const;

await using server = await startSmokeServer();
using folder = createTemporaryFolder();
const project = await createAppProject(folder.path);

const tooHeavy: string[] = [];
for (const kind of ['chat-only', 'model-only'] as const) {
  const plain = await measureChatApp(kind, 'openai-compatible', project);
  const lines: string[][] = [];
  for (const [name, app] of Object.entries(CHAT_APPS)) {
    const size = await measureChatApp(kind, app, project);
    for (const form of ['inOneFile', 'atStart', 'afterAnswer'] as const) {
      const { minified, gzipped } = size[form];
      const ratio = gzipped / plain[form].gzipped;
      const words = FORMS[form];
      lines.push([
        name,
        words,
        toKilobytes(minified),
        toKilobytes(gzipped),
        ratio.toFixed(3),
      ]);
      if (app === 'baseten' && ratio > LIMITS[kind][form]) {
        tooHeavy.push(
          `A ${kind} app ${words} is ${ratio.toFixed(3)} times the plain one, more than ${LIMITS[kind][form]}.`,
        );
      }
    }
  }
  console.log(
    formatTable(
      [`${kind} app on`, 'bundled', 'minified', 'gzipped', 'ratio'],
      lines,
    ),
  );
  console.log();
}

const rows = await runRows(project, server);
console.log(
  formatTable(
    [
      'bundler',
      'version',
      'target',
      'native client installed',
      'not installed',
      'plain openai-compatible',
    ],
    rows.map(({ bundler, version, target, ...outcomes }) => [
      bundler.name,
      version,
      target,
      outcomes.installed.result,
      outcomes.notInstalled.result,
      outcomes.plain.result === 'http' ? 'runs' : outcomes.plain.result,
    ]),
  ),
);

const verdicts = rows.map(judgeRow);
const notes = verdicts.flatMap(verdict => verdict.notes);
const problems = [
  ...tooHeavy,
  ...verdicts.flatMap(verdict => verdict.problems),
];
console.log(`\n${[...notes, ...problems].join('\n\n')}\n`);
console.log(`${rows.length} rows, ${problems.length} problems`);
if (problems.length > 0) process.exitCode = 1;

function toKilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
