import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LocalBaseten } from '../../local-baseten';
import { installProject } from '../lib/install-project';
import { installWorkerd } from '../lib/workerd';
import { bundleProgram } from '../runtimes/bundle-program';
import { startEdgeRuntime } from './edge-runtime';
import type { IsolateKind } from './isolate';
import { buildNextApp, startNextApp } from './next-app';
import { startWorkerd } from './workerd';

const PROGRAM = fileURLToPath(new URL('program', import.meta.url));
const NEXT_APP = fileURLToPath(new URL('next-app', import.meta.url));

/** The oldest compatibility date that the AI SDK itself runs with. */
const OLDEST_DATE = '2022-11-30';

const NODE = 'nodejs_compat';

/** Lets a handler see that its client went away. */
const REQUEST_SIGNAL = 'enable_request_signal';

/** Bundles or builds the program for every runtime. */
export async function prepareIsolateKinds(
  folder: string,
  server: LocalBaseten,
  isComplete: boolean,
): Promise<IsolateKind[]> {
  const project = await installProject({ folder, program: PROGRAM });
  connect(project, server);
  const worker = await bundleProgram({
    entry: 'worker',
    conditions: 'workerd,worker,browser',
    format: 'esm',
    project,
  });
  const edge = await bundleProgram({
    entry: 'edge',
    conditions: 'edge-light',
    format: 'iife',
    project,
  });
  const { newestDate } = await installWorkerd();
  const workerd = (compatibilityDate: string, ...flags: string[]) => ({
    name: ['workerd', compatibilityDate, ...flags].join(' '),
    noticesClients: 'when it writes' as const,
    start: () =>
      startWorkerd({
        bundle: worker,
        compatibilityDate,
        compatibilityFlags: [...flags, REQUEST_SIGNAL],
      }),
  });

  return [
    workerd(OLDEST_DATE),
    workerd(newestDate, NODE),
    ...(isComplete ? [workerd(OLDEST_DATE, NODE), workerd(newestDate)] : []),
    {
      name: 'edge-runtime',
      noticesClients: 'never' as const,
      start: () => startEdgeRuntime(edge),
    },
  ];
}

/** A Next.js app with an edge route, built for production. */
export async function prepareNextKind(
  folder: string,
  server: LocalBaseten,
): Promise<IsolateKind> {
  const project = await installProject({
    folder,
    program: PROGRAM,
    packages: ['next@16', 'react@19', 'react-dom@19'],
  });
  cpSync(NEXT_APP, project, { recursive: true });
  connect(project, server);
  await buildNextApp(project);
  return {
    name: 'Next.js edge route',
    noticesClients: 'before it replies',
    start: () => startNextApp(project),
  };
}

function connect(project: string, { origin, apiKey }: LocalBaseten): void {
  writeFileSync(
    join(project, 'connection.mjs'),
    `export const ORIGIN = '${origin}';\nexport const API_KEY = '${apiKey}';\n`,
  );
}
