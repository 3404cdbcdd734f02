import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { readPort } from '../lib/read-port';

/** A server that takes every connection and never says anything. */
export interface SilentServer extends Disposable {
  port: number;
}

export async function startSilentServer(): Promise<SilentServer> {
  const sockets = new Set<Socket>();
  const server = createServer(socket => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.resume();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    port: readPort(server),
    [Symbol.dispose]: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
