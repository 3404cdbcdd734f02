import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { runOrThrow } from '../lib/run-command';
import { installApp } from './support/install-app';

export const BUNDLERS = ['webpack', 'turbopack'] as const;

export type Bundler = (typeof BUNDLERS)[number];

/** What `next build` made. */
export interface Build {
  /** What it printed. */
  output: string;
  /** A copy of the standalone output, in a folder that held nothing. */
  folder: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The app with its packages, outside the repository. */
    app: string;
    builds: Record<Bundler, Build>;
  }
}

/** Installs the app with the packed package and builds it with each bundler. */
export default async function setup({ provide }: TestProject) {
  const scratch = await mkdtemp(join(tmpdir(), 'next-app-'));
  const app = await installApp(scratch);
  provide('app', app);
  provide('builds', {
    webpack: await build(app, 'webpack', scratch),
    turbopack: await build(app, 'turbopack', scratch),
  });
  return () => rm(scratch, { recursive: true, force: true, maxRetries: 20 });
}

async function build(
  app: string,
  bundler: Bundler,
  scratch: string,
): Promise<Build> {
  const { stdout, stderr } = await runOrThrow(
    'npm',
    ['run', 'build', '--', `--${bundler}`],
    { folder: app, timeoutSeconds: 600 },
  );
  const folder = join(scratch, `standalone-${bundler}`);
  await cp(join(app, '.next/standalone'), folder, {
    recursive: true,
    verbatimSymlinks: true,
  });
  return { output: stdout + stderr, folder };
}
