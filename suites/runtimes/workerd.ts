import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installFromNpm } from '../lib/install-from-npm';
import { quietEnvironment } from '../lib/run-command';
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
  writeFileSync(config, createConfig(bundle, compatibilityFlags, server));

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

async function installWorkerd(): Promise<{ workerd: string; version: string }> {
  const cpu = process.arch === 'x64' ? '64' : process.arch;
  const { packageFolder, version } = await installFromNpm(
    `@cloudflare/workerd-${process.platform}-${cpu}`,
    '1',
  );
  return { workerd: join(packageFolder, 'bin/workerd'), version };
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

function createConfig(
  bundle: string,
  compatibilityFlags: string[],
  { origin, apiKey }: SmokeServer,
): string {
  const others = readdirSync(bundle).filter(
    file => /\.m?js$/.test(file) && file !== 'worker.js',
  );
  const modules = ['worker.js', ...others].map(
    file => `(name = "${file}", esModule = embed "${file}")`,
  );
  const flags = compatibilityFlags.map(flag => `"${flag}"`);

  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "smoke", worker = .smoke),
    (name = "network", network = (allow = ["private"])),
  ],
  sockets = [
    (name = "http", address = "127.0.0.1:0", http = (), service = "smoke"),
  ],
);

const smoke :Workerd.Worker = (
  modules = [${modules.join(', ')}],
  bindings = [
    (name = "ORIGIN", text = "${origin}"),
    (name = "API_KEY", text = "${apiKey}"),
  ],
  compatibilityDate = "2026-01-01",
  compatibilityFlags = [${flags.join(', ')}],
  globalOutbound = "network",
);
`;
}
