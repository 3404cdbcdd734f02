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
import { type BundleSize, CHAT_APPS, measureChatApp } from './measure-size';
import { runRows } from './run-rows';

/**
 * What a chat app should weigh in one file, as a multiple of the same app
 * without us, and what it weighs at most: more than half of ours is the other
 * kinds of model, which hang on the provider. A bundler that splits code loads
 * a part of them at their first call; one that writes a single file cannot.
 */
const TARGET_SIZE_RATIO = 1.05;
const MAX_SIZE_RATIO = 1.2;

await using server = await startSmokeServer();
using folder = createTemporaryFolder();
const project = await createAppProject(folder.path);

const sizes: Record<string, BundleSize> = {};
for (const [name, app] of Object.entries(CHAT_APPS)) {
  sizes[name] = await measureChatApp(app, project);
}
const plain = await measureChatApp('openai-compatible', project);
const ours = await measureChatApp('baseten', project);
console.log(
  formatTable(
    ['chat app on', 'minified', 'gzipped', 'ratio'],
    Object.entries(sizes).map(([name, { minified, gzipped }]) => [
      name,
      toKilobytes(minified),
      toKilobytes(gzipped),
      toRatio(gzipped),
    ]),
  ),
);
console.log(
  `\nTarget: at most ${TARGET_SIZE_RATIO}. ${ours.gzipped > plain.gzipped * TARGET_SIZE_RATIO ? 'NOT MET' : 'Met'}. Limit: ${MAX_SIZE_RATIO}.\n`,
);

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
const problems = verdicts.flatMap(verdict => verdict.problems);
if (ours.gzipped > plain.gzipped * MAX_SIZE_RATIO) {
  problems.push(
    `A chat app is ${toRatio(ours.gzipped)} times the plain one, more than ${MAX_SIZE_RATIO}.`,
  );
}
console.log(`\n${[...notes, ...problems].join('\n\n')}\n`);
console.log(`${rows.length} rows, ${problems.length} problems`);
if (problems.length > 0) process.exitCode = 1;

function toKilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function toRatio(gzipped: number): string {
  return (gzipped / plain.gzipped).toFixed(3);
}
