import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SmokeServer } from '../runtimes/runtime';
import { type BundleOutcome, bundleApp } from './bundle-app';
import type { Bundler, Target } from './bundler';
import { BUNDLERS } from './bundlers';

/** A bundler and a target, and how our app and a plain one came through. */
export interface Row {
  bundler: Bundler;
  version: string;
  target: Target;
  installed: BundleOutcome;
  /** Without the native client. */
  notInstalled: BundleOutcome;
  /** The same kind of app on `@ai-sdk/openai-compatible`. */
  plain: BundleOutcome;
}

/**
 * Bundles and runs every app in every way. Takes the native client out of the
 * project on the way.
 */
export async function runRows(
  project: string,
  server: SmokeServer,
): Promise<Row[]> {
  const jobs = BUNDLERS.flatMap(bundler =>
    bundler.targets.map(target => ({ bundler, target, project, server })),
  );
  const rows: Array<Omit<Row, 'notInstalled'>> = [];

  for (const job of jobs) {
    rows.push({
      bundler: job.bundler,
      version: readVersion(project, job.bundler.packageName),
      target: job.target,
      installed: await bundleApp({ ...job, app: 'baseten' }),
      plain: await bundleApp({ ...job, app: 'plain' }),
    });
  }

  rmSync(join(project, 'node_modules/@basetenlabs'), { recursive: true });
  const complete: Row[] = [];
  for (const row of rows) {
    const job = { ...row, project, server };
    complete.push({
      ...row,
      notInstalled: await bundleApp({ ...job, app: 'baseten' }),
    });
  }
  return complete;
}

function readVersion(project: string, packageName: string): string {
  const manifest = join(project, 'node_modules', packageName, 'package.json');
  return JSON.parse(readFileSync(manifest, 'utf8')).version;
}
