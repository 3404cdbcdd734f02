import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../lib/folders';
import { runNpm } from '../lib/run-npm';

/** A version of `workflow` with an AI SDK, and what runs on it. */
export interface Toolchain {
  workflow: string;
  ai: string;
  frameworks: readonly Framework[];
  /** Files of `apps/workflows` that hold its workflows. */
  workflows: readonly WorkflowFile[];
  packages: readonly string[];
  /** Whether it runs with `--all` only. */
  isExtra?: boolean;
}

export type Framework = keyof typeof FRAMEWORKS;

export type WorkflowFile =
  | 'models'
  | 'audio-and-decisions'
  | 'agent'
  | 'ai-sdk-6';

export const FRAMEWORKS = {
  'Nitro 3': {
    folder: 'nitro',
    packages: ['nitro@3.0.260903-beta'],
    build: ['node_modules/nitro/dist/cli/index.mjs', 'build'],
    start: ['.output/server/index.mjs'],
  },
  'Next.js 16': {
    folder: 'next',
    packages: [
      'next@16.4.6',
      'react@19.3.1',
      'react-dom@19.3.1',
      'typescript@5.9.3',
      '@types/node@20.19.43',
      '@types/react@19.3.0',
    ],
    build: ['node_modules/next/dist/bin/next', 'build'],
    start: ['node_modules/next/dist/bin/next', 'start'],
  },
} as const;

export const TOOLCHAINS: readonly Toolchain[] = [
  {
    workflow: '4.8.9',
    ai: '7.0.173',
    frameworks: ['Nitro 3', 'Next.js 16'],
    workflows: ['models', 'audio-and-decisions', 'agent'],
    packages: ['@ai-sdk/workflow@1.0.37'],
  },
  {
    workflow: '4.8.9',
    ai: '6.0.326',
    frameworks: ['Nitro 3'],
    workflows: ['ai-sdk-6'],
    packages: [],
  },
  {
    workflow: '5.0.0-beta.55',
    ai: '7.0.173',
    frameworks: ['Nitro 3', 'Next.js 16'],
    workflows: ['models', 'audio-and-decisions', 'agent'],
    packages: ['@ai-sdk/workflow@2.0.43'],
    isExtra: true,
  },
];

/**
 * Makes a project for the apps of a toolchain.
 *
 * @param folder Where it goes: an empty folder far from this project, whose own
 * packages would be found otherwise.
 * @param tarball This package. It comes last, as in an app that has been there
 * for a while: npm has hoisted what `workflow` needs by then.
 */
export async function createProject(
  folder: string,
  { workflow, ai, frameworks, packages }: Toolchain,
  tarball: string,
): Promise<void> {
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({
      private: true,
      type: 'module',
      // It pins an older `ai`, whose types do not fit models of a newer one.
      overrides: { '@ai-sdk/workflow': { ai } },
    }),
  );
  for (const names of [
    [
      `workflow@${workflow}`,
      `ai@${ai}`,
      'zod@4.6.7',
      ...packages,
      ...frameworks.flatMap(name => FRAMEWORKS[name].packages),
    ],
    [tarball],
  ]) {
    await runNpm(
      ['install', '--ignore-scripts', '--prefer-offline', ...names],
      folder,
    );
  }
}

/** Puts the files of an app into its project, in the place of another's. */
export function writeApp(
  folder: string,
  framework: Framework,
  { workflows }: Toolchain,
): void {
  const source = join(PROJECT, 'suites/workflow/apps');
  cpSync(join(source, FRAMEWORKS[framework].folder), folder, {
    recursive: true,
  });
  const names = ['settings', 'provider', 'run', ...workflows];
  for (const name of names) {
    cpSync(
      join(source, 'workflows', `${name}.ts`),
      join(folder, 'workflows', `${name}.ts`),
    );
  }
  writeFileSync(
    join(folder, 'workflows/index.ts'),
    workflows.map(name => `export * from './${name}';\n`).join(''),
  );
}
