import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LocalBaseten } from '../../local-baseten';
import type { ProcessOutcome } from '../lib/collect-outcome';
import { PROJECT } from '../lib/folders';
import { installFromNpm } from '../lib/install-from-npm';
import { runCommand } from '../lib/run-command';
import { packForMajor } from '../release/older-package';
import { installFramework } from './install-framework';

/** The one tool that does nothing outside of the conversation. */
const TOOL = 'todowrite';

/**
 * Has opencode answer with the configuration of the page. The package under
 * the dist-tag for AI SDK 6 is installed here and named by its main file, since
 * no registry has it yet.
 */
export async function runOpencode({
  scratch,
  tarball,
  local,
}: {
  scratch: string;
  tarball: string;
  local: LocalBaseten;
}): Promise<ProcessOutcome & { version: string }> {
  const name = `opencode-${process.platform}-${process.arch}`;
  const { packageFolder, version } = await installFromNpm(name, '1');
  const home = join(scratch, 'home');
  const project = join(scratch, 'project');
  mkdirSync(home, { recursive: true });

  const older = await packForMajor(tarball, 6, scratch);
  const main = '@ai-sdk/baseten';
  await installFramework(project, [older, 'zod@4'], main);
  const folder = join(project, 'node_modules', main);
  const manifest = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const [, page = ''] =
    /```json\n([\s\S]*?)```/.exec(
      readFileSync(join(PROJECT, 'docs/frameworks.md'), 'utf8'),
    ) ?? [];
  const configuration = JSON.parse(page);
  const { baseten } = configuration.provider;
  baseten.npm = pathToFileURL(join(folder, manifest.main)).href;
  baseten.options.baseURL = local.baseURL;
  writeFileSync(
    join(project, 'opencode.json'),
    JSON.stringify({
      ...configuration,
      tools: { '*': false, [TOOL]: true },
      autoupdate: false,
      share: 'disabled',
    }),
  );

  const outcome = await runCommand(
    join(packageFolder, 'bin/opencode'),
    [
      'run',
      '--model=baseten/openai/gpt-oss-120b',
      'Write a todo list for the garden.',
    ],
    {
      folder: project,
      env: {
        HOME: home,
        BASETEN_API_KEY: local.apiKey,
        OPENCODE_DISABLE_AUTOUPDATE: '1',
        OPENCODE_DISABLE_MODELS_FETCH: '1',
      },
    },
  );
  return { ...outcome, version };
}
