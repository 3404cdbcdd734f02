import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { readPort } from './read-port';

/** A TCP relay in front of a server, whose connections can be watched. */
export interface Relay extends Disposable {
  origin: string;
  /** Connections since the start. */
  readonly opened: number;
  /** The most that were open at the same time. */
  readonly peak: number;
  /** Closes every connection, as a server does that has enough of them. */
  closeConnections(): void;
}

/** @param origin Such as `http://127.0.0.1:8080`. */
export async function startRelay(origin: string): Promise<Relay> {
  const { hostname, port } = new URL(origin);
  const sockets = new Set<Socket>();
  let opened = 0;
  let peak = 0;
  const server = createServer({ noDelay: true }, client => {
    const upstream = connect(Number(port), hostname).setNoDelay();
    opened += 1;
    sockets.add(client);
    peak = Math.max(peak, sockets.size);
    client.pipe(upstream).pipe(client);
    client.on('error', () => {});
    upstream.on('error', () => {});
    client.on('close', () => {
      sockets.delete(client);
      upstream.destroy();
    });
    upstream.on('close', () => client.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const closeConnections = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    origin: `http://127.0.0.1:${readPort(server)}`,
    get opened() {
      return opened;
    },
    get peak() {
      return peak;
    },
    closeConnections,
    [Symbol.dispose]: () => {
      server.close();
      closeConnections();
    },
  };
}
