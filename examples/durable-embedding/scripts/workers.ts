import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appEnvironment } from './prepare';

export interface Workers {
  /** Of their servers, which all answer alike. */
  readonly origins: readonly string[];
  /** Kills a worker. A new one starts in its place. */
  kill(index: number): void;
  /** Kills all. Resolves when they have ended. */
  stop(): Promise<void>;
}

/**
 * Starts worker processes, waits until they answer, and starts a new one in
 * the place of any that ends.
 */
export async function startWorkers(
  count: number,
  firstPort: number,
): Promise<Workers> {
  const children: ChildProcess[] = [];
  let isStopping = false;

  const startWorker = (index: number) => {
    const child = spawn(process.execPath, ['.output/server/index.mjs'], {
      env: {
        ...process.env,
        ...appEnvironment(),
        // Its page spends the key: only this machine may reach it.
        HOST: '127.0.0.1',
        PORT: String(firstPort + index),
        WORKER_NAME: `worker ${index + 1}`,
      },
      // The last is a channel whose end tells a worker that this process died.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    children[index] = child;
    child.on('exit', () => {
      if (!isStopping) startWorker(index);
    });
  };
  for (let index = 0; index < count; index++) startWorker(index);

  const origins = children.map(
    (_, index) => `http://127.0.0.1:${firstPort + index}`,
  );
  await Promise.all(origins.map(waitForAnswer));
  return {
    origins,
    kill: index => children[index]?.kill('SIGKILL'),
    stop: async () => {
      isStopping = true;
      await Promise.all(
        children.map(async child => {
          const end = once(child, 'exit');
          if (child.kill('SIGKILL')) await end;
        }),
      );
    },
  };
}

async function waitForAnswer(origin: string): Promise<void> {
  while (true) {
    try {
      await fetch(`${origin}/api/progress`);
      return;
    } catch {
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }
}
