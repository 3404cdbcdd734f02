import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { readPort } from '../lib/read-port';

const HTTP2_PREFACE = 'PRI * HTTP/2.0';

/** Lets connections pass by the protocol that they begin with. */
export interface Gate extends Disposable {
  origin: string;
}

/**
 * @param onHttp2 What becomes of connections that begin with HTTP/2.
 * @param onHttp1 The same for all others.
 */
export async function startGate(
  target: number,
  onHttp2: 'pass' | 'keep silent' | 'cut',
  onHttp1: 'pass' | 'cut',
  { host = '127.0.0.1', port = 0 } = {},
): Promise<Gate> {
  const sockets = new Set<Socket>();
  const server = createServer(client => {
    sockets.add(client);
    client.on('error', () => {});
    client.once('data', bytes => {
      const isHttp2 = bytes.toString('latin1').startsWith(HTTP2_PREFACE);
      const fate = isHttp2 ? onHttp2 : onHttp1;
      if (fate === 'cut') client.destroy();
      if (fate !== 'pass') return;
      const upstream = connect(target, '127.0.0.1');
      sockets.add(upstream);
      upstream.on('error', () => {});
      upstream.on('close', () => client.destroy());
      client.on('close', () => upstream.destroy());
      upstream.write(bytes);
      client.pipe(upstream).pipe(client);
    });
  });
  server.listen(port, host);
  await once(server, 'listening');

  const name = host.includes(':') ? `[${host}]` : host;
  return {
    origin: `http://${name}:${readPort(server)}`,
    [Symbol.dispose]: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
