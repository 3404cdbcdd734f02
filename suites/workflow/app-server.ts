import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { quietEnvironment } from '../lib/run-command';

/** What a workflow returned, and its stream's parts, counted by type. */
export interface RunResult {
  value: unknown;
  parts: Record<string, number>;
}

export interface AppServer extends AsyncDisposable {
  /** @throws if the workflow fails. */
  run(
    name: string,
    parameters: unknown[],
    options?: { isStream?: boolean },
  ): Promise<RunResult>;
}

/** Starts a built app by Node and waits until it answers. */
export async function startApp(
  folder: string,
  command: readonly string[],
  env: Record<string, string>,
): Promise<AppServer> {
  const port = String(await findFreePort());
  const child = spawn(process.execPath, command, {
    cwd: folder,
    // A process group of its own, so that all of it can be ended.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...quietEnvironment(), ...env, PORT: port },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', text => {
      output += text;
    });
  }
  const end = once(child, 'close');
  const url = `http://localhost:${port}`;

  while (!(await isAnswering(url))) {
    if (child.exitCode != null) throw new Error(`The app ended:\n${output}`);
    await wait(100);
  }
  return {
    run: async (name, parameters, { isStream = false } = {}) => {
      const response = await fetch(`${url}/run`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name, parameters, isStream }),
        signal: AbortSignal.timeout(60_000),
      });
      if (!response.ok) throw new Error(`It failed:\n${output.slice(-3000)}`);
      return await response.json();
    },
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode == null && child.pid != null) {
        process.kill(-child.pid, 'SIGKILL');
      }
      await end;
    },
  };
}

async function isAnswering(url: string): Promise<boolean> {
  try {
    await fetch(url);
    return true;
  } catch {
    return false;
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address == null || typeof address === 'string') {
    throw new Error('Expected an address with a port');
  }
  return address.port;
}
