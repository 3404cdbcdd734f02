import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import type { LocalBaseten } from '../../../local-baseten';
import type { ProcessOutcome } from '../../../suites/lib/collect-outcome';
import { PROJECT } from '../../../suites/lib/folders';
import { runModule } from '../../../suites/lib/run-node';

/** A block of code in a Markdown file: a module that is complete in itself. */
export interface Program {
  /** The heading above it, with a number from the second block on. */
  title: string;
  code: string;
}

/**
 * Every block of a Markdown file in a language.
 *
 * @param language What stands behind the backticks, to the end of the line.
 */
export function readPrograms(file: string, language = 'ts'): Program[] {
  const programs: Program[] = [];
  let heading = '';
  let count = 0;

  const text = readFileSync(join(PROJECT, file), 'utf8');
  const parts = text.matchAll(
    new RegExp(`^#+ (.+)$|^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'),
  );
  for (const [, newHeading, code] of parts) {
    if (newHeading != null) {
      heading = newHeading;
      count = 0;
    } else if (code != null) {
      count += 1;
      programs.push({
        title: count === 1 ? heading : `${heading} (${count})`,
        code,
      });
    }
  }
  return programs;
}

const preload = pathToFileURL(
  join(PROJECT, 'test/docs/programs/route-model-apis.mjs'),
).href;

/**
 * Runs a program over the built package in a process of its own, against the
 * local Baseten: the hosts of dedicated deployments are replaced in its text,
 * since the native client takes its URL from there, and the Model APIs' host
 * where the program calls `fetch`, since it is nowhere in the text.
 */
export async function runProgram(
  { code }: Program,
  local: LocalBaseten,
  env: Record<string, string> = {},
): Promise<ProcessOutcome> {
  const { outputText } = ts.transpileModule(
    code.replace(/https:\/\/model-[^/.]+\.api\.baseten\.co/g, local.origin),
    {
      compilerOptions: {
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.ESNext,
      },
    },
  );

  return await runModule(outputText, {
    nodeOptions: ['--import', preload],
    env: { BASETEN_API_KEY: local.apiKey, LOCAL_BASETEN: local.origin, ...env },
  });
}
