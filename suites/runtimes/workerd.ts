import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quietEnvironment } from '../lib/run-command';
import { createWorkerdConfig, installWorkerd } from '../lib/workerd';
import { readReport } from './read-report';
import type { RuntimeReport, SmokeServer } from './runtime';

/**
 * Runs a bundle in Cloudflare's workerd: starts it, sends it a request and
 * takes the report from the reply.
 *
 * @param bundle Folder of ES modules; `worker.js` is the one that answers.
 */
export async function runOnWorkerd({
  bundle,
  compatibilityFlags = [],
  server,
}: {
  bundle: string;
  compatibilityFlags?: string[];
  server: SmokeServer;
}): Promise<RuntimeReport> {
  const { workerd, version } = await installWorkerd();
  const config = join(bundle, 'config.capnp');
  writeFileSync(
    config,
    createWorkerdConfig({
      bundle,
      port: 0,
      compatibilityDate: '2026-01-01',
      compatibilityFlags,
      bindings: { ORIGIN: server.origin, API_KEY: server.apiKey },
    }),
  );

  const child = spawn(workerd, ['serve', config, '--control-fd=3'], {
    env: quietEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    timeout: 120_000,
  });
  const { stdout, stderr, stdio } = child;
  let output = '';
  for (const stream of [stdout, stderr]) {
    stream?.on('data', text => {
      output += text;
    });
  }
  const ended = once(child, 'close');

  try {
    const text = await Promise.race([
      readListeningPort(stdio[3]).then(askWorker),
      ended.then(() => ''),
    ]);
    const report = readReport(text);
    if (output !== '') throw new Error('Expected no output.');
    return { version, ...report };
  } catch (error) {
    throw new Error(`${error}\n${output}`);
  } finally {
    child.kill();
    await ended;
  }
}

/** Whether workerd listens, and where, comes as a line of JSON. */
async function readListeningPort(control: unknown): Promise<number> {
  const [line] = await once(Object(control), 'data');
  return JSON.parse(line).port;
}

async function askWorker(port: number): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/`);
  return await response.text();
}
