import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LocalBaseten } from '../../local-baseten';
import type { Program } from '../../test/docs/programs/markdown-programs';
import type { ProcessOutcome } from '../lib/collect-outcome';
import { PROJECT } from '../lib/folders';
import { runCommand } from '../lib/run-command';

const PRELOAD = pathToFileURL(
  join(PROJECT, 'test/docs/programs/route-model-apis.mjs'),
).href;

/** Runs a sample of the page as it stands, against the local Baseten. */
export async function runSample(
  { code }: Program,
  {
    project,
    node,
    local,
  }: { project: string; node: string; local: LocalBaseten },
): Promise<ProcessOutcome> {
  const file = join(project, 'sample.mjs');
  writeFileSync(
    file,
    // Some frameworks hold their process open.
    `${code.replace(/https:\/\/model-[^/.]+\.api\.baseten\.co/g, local.origin)}\nprocess.exit();\n`,
  );
  return await runCommand(node, ['--import', PRELOAD, file], {
    folder: project,
    env: { BASETEN_API_KEY: local.apiKey, LOCAL_BASETEN: local.origin },
  });
}
