import { join } from 'node:path';
import { installFromNpm } from '../lib/install-from-npm';
import { runCommand } from '../lib/run-command';
import { bundleProgram } from './bundle-program';
import { readPrintedReport } from './read-report';
import type { RuntimeReport, SmokeServer } from './runtime';

/** Runs the smoke program of a scratch project in Vercel's Edge Runtime. */
export async function runOnEdgeRuntime({
  project,
  server,
}: {
  project: string;
  server: SmokeServer;
}): Promise<RuntimeReport> {
  const { packageFolder } = await installFromNpm('@edge-runtime/vm', '5');
  const bundle = await bundleProgram({
    entry: 'edge',
    conditions: 'edge-light',
    format: 'iife',
    project,
  });

  return readPrintedReport(
    await runCommand(
      process.execPath,
      [
        'run-edge-runtime.mjs',
        packageFolder,
        join(bundle, 'edge.js'),
        server.origin,
        server.apiKey,
      ],
      { folder: project },
    ),
  );
}
