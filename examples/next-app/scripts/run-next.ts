/**
 * Runs Next.js, and beside it a local Baseten where there is no API key.
 *
 *     tsx scripts/run-next.ts dev|build|start [options of Next.js]
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { startLocalBaseten } from '../../../local-baseten';

const [command = 'dev', ...options] = process.argv.slice(2);
if (existsSync('.env.local')) process.loadEnvFile('.env.local');

const local =
  command === 'build' || process.env.BASETEN_API_KEY
    ? undefined
    : // The delay makes streaming visible.
      await startLocalBaseten({ tokenDelayMilliseconds: 25 });

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
    ...(local && {
      BASETEN_API_KEY: local.apiKey,
      BASETEN_BASE_URL: local.baseURL,
      BASETEN_MODEL_URL: local.modelURL,
      BASETEN_RERANK_MODEL_URL: local.modelURL,
      BASETEN_TRANSCRIPTION_MODEL_URL: `${local.modelURL}/v1`,
      BASETEN_SPEECH_MODEL_URL: `${local.modelURL}/v1`,
    }),
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
