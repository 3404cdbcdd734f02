import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createServer } from 'node:tls';
import { readPort } from '../lib/read-port';
import type { Certificates } from './create-certificates';

/** Takes TLS off connections on their way to a server. */
export interface TlsFront extends Disposable {
  port: number;
  /** Takes a socket that something else has accepted. */
  take(socket: Socket): void;
}

/**
 * @param protocols What it speaks, as ALPN names them.
 * @param target The port of the server, on 127.0.0.1.
 */
export async function startTlsFront(
  { key, cert }: Certificates,
  protocols: string[],
  target: number,
): Promise<TlsFront> {
  const sockets = new Set<{ destroy(): unknown }>();
  const server = createServer(
    { key, cert, ALPNProtocols: protocols },
    client => {
      const upstream = connect(target, '127.0.0.1');
      for (const socket of [client, upstream]) {
        sockets.add(socket);
        socket.on('error', () => {});
        socket.on('close', () => {
          sockets.delete(socket);
          client.destroy();
          upstream.destroy();
        });
      }
      client.pipe(upstream).pipe(client);
    },
  );
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    port: readPort(server),
    take: socket => {
      socket.on('error', () => {});
      server.emit('connection', socket);
    },
    [Symbol.dispose]: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
