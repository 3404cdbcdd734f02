/**
 * Runs Next.js, and beside it a local Baseten where there is no API key.
 *
 *     tsx scripts/run-next.ts dev|build|start [options of Next.js]
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { startLocal } from './start-local';

const [command = 'dev', ...options] = process.argv.slice(2);
if (existsSync('.env.local')) process.loadEnvFile('.env.local');

const local =
  command === 'build' || process.env.BASETEN_API_KEY
    ? undefined
    : await startLocal();

const next = 'node_modules/next/dist/bin/next';
const programs: Record<string, string[]> = {
  // The routes spend the key: only this machine may reach them.
  dev: [next, 'dev', '--hostname', 'localhost', ...options],
  build: [next, 'build', ...options],
  start: ['.next/standalone/server.js'],
};

const child = spawn(process.execPath, programs[command] ?? [], {
  stdio: 'inherit',
  env: {
    ...process.env,
    HOSTNAME: 'localhost',
    NEXT_TELEMETRY_DISABLED: '1',
    ...local?.environment,
  },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => child.kill(signal));
}

child.on('exit', async code => {
  await local?.close();
  process.exitCode = code ?? 1;
  if (command === 'build' && code === 0) {
    // The standalone server serves these files only if they lie beside it.
    cpSync('.next/static', '.next/standalone/.next/static', {
      recursive: true,
    });
  }
});
