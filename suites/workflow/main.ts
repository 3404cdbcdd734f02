/**
 * Builds apps with the packed package and `workflow` on Nitro and Next.js,
 * runs workflows whose steps take models, and searches what was stored for
 * secrets. Prints a table and exits with 1 when something is not as it should
 * be.
 *
 *     npm run test:workflow -- [--all] [part of an app's name]
 *
 * `--all` adds the beta of `workflow` 5. For example, `-- --all 'workflow 5'` runs
 * only the apps that have it in their names.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startLocalBaseten } from '../../local-baseten';
import { formatTable } from '../lib/format-table.mjs';
import { packPackage } from '../lib/pack-package';
import { runOrThrow } from '../lib/run-command';
import { createTemporaryFolder } from '../lib/temporary-folder';
import { startApp } from './app-server';
import {
  createProject,
  FRAMEWORKS,
  type Framework,
  TOOLCHAINS,
  type Toolchain,
  writeApp,
} from './apps';
import { findWords } from './find-secrets';
import { KINDS } from './kinds';
import { runKind } from './run-kind';

const SECRETS = [
  'canary-environment',
  'canary-key',
  'canary-header',
  'canary-cookie',
];

const {
  values: { all: isAll },
  positionals: [wanted = ''],
} = parseArgs({
  options: { all: { type: 'boolean', default: false } },
  allowPositionals: true,
});

await using server = await startLocalBaseten({ apiKey: SECRETS[0] });
using temporary = createTemporaryFolder();
const tarball = await packPackage(temporary.path);
const rows: string[][] = [];
const problems: string[] = [];

for (const [index, toolchain] of TOOLCHAINS.entries()) {
  if (toolchain.isExtra && !isAll) continue;
  const frameworks = toolchain.frameworks.filter(framework =>
    nameOf(framework, toolchain).includes(wanted),
  );
  if (frameworks.length === 0) continue;
  const folder = join(temporary.path, `project-${index}`);
  await createProject(folder, toolchain, tarball);
  for (const framework of frameworks) {
    try {
      await runApp(folder, framework, toolchain);
    } catch (error) {
      problems.push(`${nameOf(framework, toolchain)}: ${error}`);
    }
  }
}

console.log(
  formatTable(
    [
      'framework',
      'workflow',
      'AI SDK',
      'kind of model',
      'crossed',
      'requests in flight',
      'secrets found',
    ],
    rows,
  ),
);
console.log(`\n${problems.join('\n\n')}`);
console.log(`${rows.length} rows, ${problems.length} problems`);
if (rows.length === 0 || problems.length > 0) process.exitCode = 1;

async function runApp(
  folder: string,
  framework: Framework,
  toolchain: Toolchain,
): Promise<void> {
  const { build, start } = FRAMEWORKS[framework];
  const store = join(folder, 'stored');
  const env = {
    NEXT_TELEMETRY_DISABLED: '1',
    WORKFLOW_LOCAL_DATA_DIR: store,
    BASETEN_API_KEY: server.apiKey,
  };
  writeApp(folder, framework, toolchain);
  await runOrThrow(process.execPath, build, {
    folder,
    env,
    timeoutSeconds: 300,
  });
  mkdirSync(store, { recursive: true });
  await using app = await startApp(folder, start, env);

  for (const kind of toolchain.workflows.flatMap(name => KINDS[name])) {
    const outcome = await runKind(kind, app, server);
    const secrets = findWords(store, SECRETS);
    // What is not secret is stored: otherwise the search would prove nothing.
    const isStoreRead = findWords(store, [server.origin]).length > 0;
    rows.push([
      framework,
      toolchain.workflow,
      toolchain.ai,
      kind.name,
      outcome.hasCrossed ? 'yes' : 'NO',
      `${outcome.inFlight} of ${kind.inFlight}`,
      isStoreRead ? String(secrets.length) : 'NOTHING READ',
    ]);
    problems.push(
      ...[
        ...outcome.problems,
        ...secrets.map(secret => `Stored: ${secret}`),
        ...(isStoreRead ? [] : ['The store holds nothing that can be read.']),
      ].map(
        problem => `${nameOf(framework, toolchain)}, ${kind.name}: ${problem}`,
      ),
    );
  }
}

function nameOf(framework: string, { workflow, ai }: Toolchain): string {
  return `${framework}, workflow ${workflow}, AI SDK ${ai}`;
}
