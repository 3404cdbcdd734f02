import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../lib/run-command';
import { readPrintedReport } from '../runtimes/read-report';
import type { SmokeReport, SmokeServer } from '../runtimes/runtime';
import { runOnWorkerd } from '../runtimes/workerd';
import type { Bundler, Target } from './bundler';

/** What became of one app, one bundler and one target. */
export interface BundleOutcome {
  /** The transport when all is well, otherwise what it does instead. */
  result: string;
  /** What was said then. */
  problem?: string;
}

/** A warning about our package names its folder, or the native client's. */
const ABOUT_US = /@ai-sdk[/\\+]baseten|performance-client/;

/** Bundles an app and runs the bundle: Node's in Node, the edge's in workerd. */
export async function bundleApp({
  bundler,
  app,
  target,
  project,
  server,
}: {
  bundler: Bundler;
  app: 'baseten' | 'plain';
  target: Target;
  project: string;
  server: SmokeServer;
}): Promise<BundleOutcome> {
  const entry = `${app}/${target === 'node' ? 'main' : 'worker'}.mjs`;
  const output = join(project, 'output');
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output);

  const [command, ...parameters] = bundler.createCommand({
    entry,
    target,
    output,
  });
  const { exitCode, stdout, stderr } = await runCommand(
    join(project, 'node_modules/.bin', command),
    parameters,
    {
      folder: project,
      env: { ENTRY: entry, TARGET: target, OUTPUT: output },
      timeoutSeconds: 300,
    },
  );
  if (exitCode !== 0) {
    return { result: 'does not build', problem: stdout + stderr };
  }
  if (ABOUT_US.test(stdout + stderr)) {
    return { result: 'warns', problem: stdout + stderr };
  }

  try {
    const { transport, failed } =
      target === 'edge'
        ? await runOnWorkerd({ bundle: output, server })
        : await runInNode(output, bundler.format, server);
    return failed.length === 0
      ? { result: transport }
      : { result: 'fails', problem: failed.join('; ') };
  } catch (error) {
    return { result: 'does not run', problem: String(error) };
  }
}

async function runInNode(
  bundle: string,
  type: Bundler['format'],
  { origin, apiKey }: SmokeServer,
): Promise<SmokeReport> {
  writeFileSync(join(bundle, 'package.json'), JSON.stringify({ type }));

  return readPrintedReport(
    await runCommand(process.execPath, ['main.js', origin, apiKey], {
      folder: bundle,
    }),
  );
}
