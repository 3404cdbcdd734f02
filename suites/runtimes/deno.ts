import { join } from 'node:path';
import { CACHE } from '../lib/folders';
import { installDeno } from '../lib/install-runtime';
import { runCommand } from '../lib/run-command';
import { readPrintedReport } from './read-report';
import type { RuntimeReport, SmokeServer } from './runtime';

/**
 * Runs the smoke program of a scratch project on Deno, in a terminal, since
 * Deno asks for a missing permission only there.
 *
 * @param permissions Flags such as `--allow-net`.
 */
export async function runOnDeno({
  permissions,
  project,
  server,
}: {
  permissions: string[];
  project: string;
  server: SmokeServer;
}): Promise<RuntimeReport> {
  const command = [
    await installDeno(),
    'run',
    ...permissions,
    'main.mjs',
    server.origin,
    server.apiKey,
  ];

  return readPrintedReport(
    await runCommand('script', inTerminal(command), {
      folder: project,
      env: { DENO_DIR: join(CACHE, 'deno'), DENO_NO_UPDATE_CHECK: '1' },
      // A prompt waits for an answer that never comes.
      timeoutSeconds: 60,
    }),
  );
}

/** Parameters of `script`, which runs a command in a terminal of its own. */
function inTerminal(command: string[]): string[] {
  return process.platform === 'linux'
    ? [
        '--quiet',
        '--return',
        '--command',
        command.map(part => `'${part}'`).join(' '),
        '/dev/null',
      ]
    : ['-q', '/dev/null', ...command];
}
