import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { runOrThrow } from '../lib/run-command';
import { copyApp } from './support/copy-app';
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
    /** The app as its README has it copied out of the repository, built. */
    copy: string;
    builds: Record<Bundler, Build>;
  }
}

/**
 * Installs the app with the packed package and builds it with each bundler: with
 * Turbopack in a copy outside the repository, made by the words of its README.
 */
export default async function setup({ provide }: TestProject) {
  const scratch = await mkdtemp(join(tmpdir(), 'next-app-'));
  const installed = await installApp(scratch);
  const { app } = installed;
  provide('app', app);

  const copy = await copyApp(installed);
  provide('copy', copy.folder);
  provide('builds', {
    turbopack: {
      output: copy.output,
      folder: await takeStandalone(copy.folder, 'turbopack', scratch),
    },
    webpack: {
      output: await build(app, 'webpack'),
      folder: await takeStandalone(app, 'webpack', scratch),
    },
  });
  return () => rm(scratch, { recursive: true, force: true, maxRetries: 20 });
}

async function build(app: string, bundler: Bundler): Promise<string> {
  const { stdout, stderr } = await runOrThrow(
    'npm',
    ['run', 'build', '--', `--${bundler}`],
    { folder: app, timeoutSeconds: 600 },
  );
  return stdout + stderr;
}

async function takeStandalone(
  app: string,
  bundler: Bundler,
  scratch: string,
): Promise<string> {
  const folder = join(scratch, `standalone-${bundler}`);
  await cp(join(app, '.next/standalone'), folder, {
    recursive: true,
    verbatimSymlinks: true,
  });
  return folder;
}
