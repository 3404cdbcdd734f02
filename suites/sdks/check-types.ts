import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runNode } from '../lib/run-node';
import { ENTRIES, type Entry } from './entries';
import type { Result } from './result';

/** A program of a user. */
interface Program {
  name: string;
  entry: Entry;
  /** Whether it is expected to compile. */
  compiles: boolean;
}

const RESOLUTIONS = ['bundler', 'node16'] as const;

/**
 * Compiles programs of users in an installed project, with each entry in place
 * of the main one: strict, and with the declarations of all packages checked.
 * With an entry for a newer AI SDK they must not compile.
 */
export async function checkTypes({
  scratch,
  major,
}: {
  scratch: string;
  major: number;
}): Promise<Array<Program & Result>> {
  const programs = ENTRIES.flatMap(entry => programsOf(entry, major));
  const results: Array<Program & Result> = [];

  for (const resolution of RESOLUTIONS) {
    const folder = join(scratch, 'types', resolution);
    await writePrograms({ scratch, folder, programs, resolution });
    const { stdout, stderr } = await runNode(
      [join(scratch, 'node_modules/typescript/bin/tsc'), '-p', '.'],
      { folder, timeoutSeconds: 600 },
    );
    const errors = `${stdout}${stderr}`.split(/\n(?=\S)/).filter(Boolean);
    // In declarations, or in the compiler's options.
    const general = errors.filter(error => !/^v\d\//.test(error));

    for (const program of programs) {
      const own = errors.filter(error =>
        error.startsWith(`${fileOf(program)}(`),
      );
      const isExpected =
        general.length === 0 && program.compiles === (own.length === 0);
      results.push({
        ...program,
        name: `${program.name}.ts, moduleResolution ${resolution}`,
        ...(!isExpected && {
          error: `Expected ${program.compiles ? 'no errors' : 'an error in it'}, got ${[...general, ...own].join('\n') || 'none'}`,
        }),
      });
    }
  }
  return results;
}

function programsOf(entry: Entry, major: number): Program[] {
  const compiles = entry.compilesOn.includes(major);
  // What runs without the blessing of the types promises nothing here.
  if (!compiles && entry.runsOn.includes(major)) return [];
  return [
    { entry, name: 'models', compiles },
    // AI SDK 5 has no function that reranks.
    ...(major === 5 ? [] : [{ entry, name: 'reranking', compiles }]),
    // It expects errors of its own, so that any other would pass for one.
    ...(compiles ? [{ entry, name: 'wrong-uses', compiles }] : []),
  ];
}

function fileOf({ name, entry }: Program): string {
  return `v${entry.specification}/${name}.ts`;
}

async function writePrograms({
  scratch,
  folder,
  programs,
  resolution,
}: {
  scratch: string;
  folder: string;
  programs: readonly Program[];
  resolution: (typeof RESOLUTIONS)[number];
}): Promise<void> {
  for (const program of programs) {
    const { name, entry } = program;
    const source = join(scratch, 'suites/sdks/types', `${name}.ts`);
    const code = await readFile(source, 'utf8');
    const target = join(folder, fileOf(program));
    await mkdir(join(target, '..'), { recursive: true });
    await writeFile(
      target,
      code.replaceAll("'@ai-sdk/baseten'", `'${entry.name}'`),
    );
  }
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        target: 'ES2022',
        lib: ['ES2022', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
        module: resolution === 'node16' ? 'node16' : 'ESNext',
        moduleResolution: resolution,
        types: ['node'],
        strict: true,
        skipLibCheck: false,
        noEmit: true,
      },
      files: programs.map(fileOf),
    }),
  );
}
