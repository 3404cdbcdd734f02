import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import type { LocalBaseten } from '../../local-baseten';
import { type Outcome, projectFolder, runNode } from './run-process';

/** A `ts` block of a Markdown file: a module that is complete in itself. */
export interface Program {
  /** The heading above it, with a number from the second block on. */
  title: string;
  code: string;
}

/** Every `ts` block of a Markdown file. */
export function readPrograms(file: string): Program[] {
  const programs: Program[] = [];
  let heading = '';
  let count = 0;

  const text = readFileSync(join(projectFolder, file), 'utf8');
  const parts = text.matchAll(/^#+ (.+)$|^```ts\n([\s\S]*?)^```$/gm);
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
  join(projectFolder, 'test/programs/route-model-apis.mjs'),
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
): Promise<Outcome> {
  const { outputText } = ts.transpileModule(
    code.replace(/https:\/\/model-[^/.]+\.api\.baseten\.co/g, local.origin),
    {
      compilerOptions: {
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.ESNext,
      },
    },
  );

  return await runNode(
    ['--import', preload, '--input-type=module', '--eval', outputText],
    {
      BASETEN_API_KEY: local.apiKey,
      LOCAL_BASETEN: local.origin,
      ...env,
    },
  );
}
