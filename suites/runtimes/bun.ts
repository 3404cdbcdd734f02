import { join } from 'node:path';
import { installFromNpm } from '../lib/install-from-npm';
import { runCommand } from '../lib/run-command';
import { readPrintedReport } from './read-report';
import type { RuntimeReport, SmokeServer } from './runtime';

/** Runs the smoke program of a scratch project on Bun. */
export async function runOnBun({
  project,
  server,
}: {
  project: string;
  server: SmokeServer;
}): Promise<RuntimeReport> {
  const cpu = process.arch === 'arm64' ? 'aarch64' : process.arch;
  const { packageFolder } = await installFromNpm(
    `@oven/bun-${process.platform}-${cpu}`,
    '1',
  );

  return readPrintedReport(
    await runCommand(
      join(packageFolder, 'bin/bun'),
      ['main.mjs', server.origin, server.apiKey],
      { folder: project },
    ),
  );
}
