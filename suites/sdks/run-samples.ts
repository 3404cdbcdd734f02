import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startLocalBaseten } from '../../local-baseten';
import { PAGES, readCode, readRows } from '../../test/docs/markdown';
import { readPrograms } from '../../test/docs/programs/markdown-programs';
import { PROJECT } from '../lib/folders';
import { runModule } from '../lib/run-node';
import type { Result } from './result';

const PAGE = 'docs/ai-sdk-versions.md';
const PRELOAD = pathToFileURL(
  join(PROJECT, 'test/docs/programs/route-model-apis.mjs'),
).href;

/** What is behind the backticks of a sample for a version of the AI SDK. */
const languagesOf = (major: number) => [`js AI SDK ${major}`, 'js AI SDK 5, 6'];

/**
 * Runs the samples of the pages that are for a version of the AI SDK, and looks
 * for the names that the page says it has.
 *
 * @param scratch Folder of an installed project.
 */
export async function runSamples({
  scratch,
  major,
}: {
  scratch: string;
  major: number;
}): Promise<Result[]> {
  if (major === 7) return [await checkNames(scratch, major)];
  const samples = PAGES.flatMap(page =>
    languagesOf(major).flatMap(language => readPrograms(page, language)),
  );
  if (samples.length < 3) {
    throw new Error(`Expected three samples for AI SDK ${major}.`);
  }
  await using local = await startLocalBaseten();
  const results = [await checkNames(scratch, major)];
  for (const { title, code } of samples) {
    const { exitCode, stdout, stderr } = await runModule(
      code
        .replace(/\/ai-sdk-\d/g, `/ai-sdk-${major}`)
        .replace(/https:\/\/model-[^/.]+\.api\.baseten\.co/g, local.origin),
      {
        folder: scratch,
        nodeOptions: ['--import', PRELOAD],
        env: { BASETEN_API_KEY: local.apiKey, LOCAL_BASETEN: local.origin },
      },
    );
    const isRight = exitCode === 0 && /\S/.test(stdout);
    results.push({
      name: `sample "${title}"`,
      ...(!isRight && { error: `It ended with ${exitCode}:\n${stderr}` }),
    });
  }
  return results;
}

/** Compares the page's table of names with what `ai` exports. */
async function checkNames(scratch: string, major: number): Promise<Result> {
  const { stdout } = await runModule(
    "import * as ai from 'ai'; console.log(Object.keys(ai).join());",
    { folder: scratch },
  );
  const exported = stdout.trim().split(',');
  const column = `in \`ai\` ${major}`;
  const wrong = readRows(PAGE, 'in `ai` 7', 'in `ai` 6').flatMap(row => {
    const [newest = ''] = readCode(row['in `ai` 7']);
    const [name] = readCode(row[column]);
    if (name !== undefined) return exported.includes(name) ? [] : [name];
    return exported.includes(newest) ? [newest] : [];
  });
  return {
    name: 'the names of the page',
    ...(wrong.length > 0 && {
      error: `${PAGE} is wrong about ${wrong.join(', ')}`,
    }),
  };
}
