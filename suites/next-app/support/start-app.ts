import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { LocalBaseten } from '../../../local-baseten';

/** A running server of the app. */
export interface RunningApp {
  /** Such as `http://localhost:3000` */
  origin: string;
  close(): Promise<void>;
}

/** Starts a standalone build that talks to a local Baseten. */
export async function startStandalone(
  folder: string,
  local: LocalBaseten,
): Promise<RunningApp> {
  return await start(folder, () => [process.execPath, 'server.js'], {
    BASETEN_API_KEY: local.apiKey,
    BASETEN_BASE_URL: local.baseURL,
    BASETEN_MODEL_URL: local.modelURL,
    BASETEN_RERANK_MODEL_URL: local.modelURL,
    BASETEN_TRANSCRIPTION_MODEL_URL: `${local.modelURL}/v1`,
    BASETEN_SPEECH_MODEL_URL: `${local.modelURL}/v1`,
  });
}

/** Runs a script of the app's package.json, without a key unless one is given. */
export async function startScript(
  folder: string,
  script: 'dev' | 'start',
  environment: Record<string, string> = {},
): Promise<RunningApp> {
  return await start(
    folder,
    port => [
      'npm',
      'run',
      script,
      '--',
      ...(script === 'dev' ? ['--port', String(port)] : []),
    ],
    environment,
  );
}

async function start(
  folder: string,
  command: (port: number) => string[],
  environment: Record<string, string>,
): Promise<RunningApp> {
  const port = await findFreePort();
  const [program = '', ...options] = command(port);
  const child = spawn(program, options, {
    cwd: folder,
    // A process group of its own, so that all of it can be ended.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...withoutBaseten(process.env),
      ...environment,
      PORT: String(port),
      HOSTNAME: 'localhost',
      NEXT_TELEMETRY_DISABLED: '1',
    },
  });
  let output = '';
  child.stdout.on('data', chunk => {
    output += chunk;
  });
  child.stderr.on('data', chunk => {
    output += chunk;
  });
  // Comes when the last process of the group has ended.
  const end = once(child, 'close');

  const close = async () => {
    if (child.exitCode == null && child.pid != null) {
      process.kill(-child.pid, 'SIGTERM');
    }
    await end;
  };
  const origin = `http://localhost:${port}`;
  while (!(await isAnswering(origin))) {
    if (child.exitCode != null) throw new Error(`It ended:\n${output}`);
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  return { origin, close };
}

async function isAnswering(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/icon.svg`)).ok;
  } catch {
    return false;
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address == null || typeof address === 'string') {
    throw new Error('Expected an address with a port');
  }
  return address.port;
}

function withoutBaseten(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/^BASETEN_/.test(name)),
  );
}
