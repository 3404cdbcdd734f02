import { installBun } from '../lib/install-runtime';
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
  return readPrintedReport(
    await runCommand(
      await installBun(),
      ['main.mjs', server.origin, server.apiKey],
      { folder: project },
    ),
  );
}
