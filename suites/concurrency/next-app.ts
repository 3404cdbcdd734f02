import { join } from 'node:path';
import { findFreePort } from '../lib/find-free-port';
import { runCommand } from '../lib/run-command';
import type { Isolate } from './isolate';
import { startServerProcess } from './start-server-process';

/** Builds the app of a project for production. */
export async function buildNextApp(project: string): Promise<void> {
  const { exitCode, stdout, stderr } = await runCommand(
    process.execPath,
    [nextProgram(project), 'build'],
    {
      folder: project,
      env: { NEXT_TELEMETRY_DISABLED: '1' },
      timeoutSeconds: 300,
    },
  );
  if (exitCode !== 0) {
    throw new Error(`Expected next build to succeed, got:\n${stdout}${stderr}`);
  }
}

/** Starts the built app. */
export async function startNextApp(project: string): Promise<Isolate> {
  const port = await findFreePort();
  return await startServerProcess(
    process.execPath,
    [nextProgram(project), 'start', '--hostname=127.0.0.1', `--port=${port}`],
    { folder: project, port },
  );
}

function nextProgram(project: string): string {
  return join(project, 'node_modules/next/dist/bin/next');
}
