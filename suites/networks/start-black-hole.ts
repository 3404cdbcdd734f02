import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';

/** More connections than a queue of one holds. */
const FILLERS = 4;

/**
 * Makes an address to which no connection comes about: whoever listens there
 * is stopped, its queue is full, and the kernel drops what else comes.
 */
export async function startBlackHole(
  host: string,
  port: number,
): Promise<Disposable> {
  const child = spawn(
    process.execPath,
    [
      '--eval',
      `require('node:net').createServer()
        .listen({ host: '${host}', port: ${port}, backlog: 1 }, () => console.log('ready'))`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(child.stdout, 'data');
  child.kill('SIGSTOP');
  const fillers = Array.from({ length: FILLERS }, () =>
    connect(port, host).on('error', () => {}),
  );
  return {
    [Symbol.dispose]: () => {
      for (const socket of fillers) socket.destroy();
      child.kill('SIGKILL');
    },
  };
}
