import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { quietEnvironment } from '../lib/run-command';
import type { Isolate } from './isolate';

const START_SECONDS = 60;

/**
 * Starts a server program and waits until it answers; disposing kills it.
 *
 * @param port Where it was told to listen.
 */
export async function startServerProcess(
  command: string,
  parameters: readonly string[],
  { folder, port }: { folder: string; port: number },
): Promise<Isolate> {
  const child = spawn(command, parameters, {
    cwd: folder,
    env: { ...quietEnvironment(), NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: `next start` has the server in a child.
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', text => {
      output += text;
    });
  }
  const ended = once(child, 'close');
  const origin = `http://127.0.0.1:${port}`;
  const stop = async () => {
    if (child.pid != null && child.exitCode == null) {
      process.kill(-child.pid, 'SIGKILL');
    }
    await ended;
  };

  for (let tries = 0; !(await answers(`${origin}/api/ready`)); tries++) {
    if (child.exitCode != null || tries === START_SECONDS * 20) {
      await stop();
      throw new Error(`Expected ${command} to start, got:\n${output}`);
    }
    await setTimeout(50);
  }
  return { origin, [Symbol.asyncDispose]: stop };
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url);
    return response.ok && (await response.text()) === 'ready';
  } catch {
    return false;
  }
}
