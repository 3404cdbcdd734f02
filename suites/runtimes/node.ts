import { installNode } from '../lib/install-runtime';
import { runCommand } from '../lib/run-command';
import { readPrintedReport } from './read-report';
import type { RuntimeReport, SmokeServer } from './runtime';

/** Runs the smoke program of a scratch project on a major version of Node. */
export async function runOnNode({
  version,
  options = [],
  entry = 'main.mjs',
  project,
  server,
}: {
  version: string;
  /** Options of Node itself. */
  options?: string[];
  entry?: string;
  /** Folder of the scratch project. */
  project: string;
  server: SmokeServer;
}): Promise<RuntimeReport> {
  const node = await installNode(version);

  return readPrintedReport(
    await runCommand(node, [...options, entry, server.origin, server.apiKey], {
      folder: project,
    }),
  );
}
