import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { Socket } from 'node:net';
import { readPort } from '../lib/read-port';
import type { TlsFront } from './start-tls-front';

/** A company's proxy, the only way to its servers. */
export interface Proxy extends Disposable {
  url: string;
}

/**
 * Answers `CONNECT` by taking the TLS off itself, and forwards plain requests.
 *
 * @param target The port that every request goes to, whatever its host.
 */
export async function startProxy(
  front: TlsFront,
  target: number,
): Promise<Proxy> {
  const sockets = new Set<Socket>();
  const server = createServer((incoming, outgoing) => {
    const { method, url = '/', headers } = incoming;
    const { pathname, search } = new URL(url, 'http://proxy');
    const forwarded = request(
      {
        host: '127.0.0.1',
        port: target,
        method,
        headers,
        path: pathname + search,
      },
      reply => {
        outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(outgoing);
      },
    );
    forwarded.on('error', () => outgoing.destroy());
    incoming.pipe(forwarded);
  });
  server.on('connection', socket => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('connect', ({ url = '' }, socket: Socket) => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    if (url.endsWith(':443')) {
      front.take(socket);
    } else {
      // Node tunnels plain requests too.
      server.emit('connection', socket);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${readPort(server)}`,
    [Symbol.dispose]: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
