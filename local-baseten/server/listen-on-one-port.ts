import { createServer as createHttp1Server } from 'node:http';
import { createServer as createHttp2Server } from 'node:http2';
import { createServer, type Socket } from 'node:net';
import { type Exchange, http1Exchange, http2Exchange } from './exchange';

const HTTP2_PREFACE = Buffer.from('PRI * HTTP/2.0\r\n');
// No HTTP/1.1 method starts with these three letters.
const TELLING_BYTES = 3;

export interface Listener {
  readonly port: number;
  /** Stops listening and destroys every socket, half-open ones included. */
  close(): Promise<void>;
}

/**
 * Listens on 127.0.0.1 for HTTP/1.1 and, unless `http2` is false, for HTTP/2
 * with prior knowledge on the same port: the first bytes of a socket decide.
 *
 * @param port 0 takes a free one.
 */
export async function listenOnOnePort(
  port: number,
  http2: boolean,
  onExchange: (exchange: Exchange) => void,
): Promise<Listener> {
  // Neither of the two listens: they are given the sockets that belong to them.
  const http1Server = createHttp1Server(
    { keepAliveTimeout: 0 },
    (request, response) => onExchange(http1Exchange(request, response)),
  );
  // The limit in megabytes refuses new streams while replies wait in a session.
  const http2Server = createHttp2Server({ maxSessionMemory: 1024 });
  http2Server.on('sessionError', () => {});
  const startHttp2 = (socket: Socket) => {
    // The event comes at once, so the session is that of this socket.
    http2Server.once('session', session =>
      session.on('stream', (stream, headers) =>
        onExchange(http2Exchange(stream, headers, socket)),
      ),
    );
    http2Server.emit('connection', socket);
  };
  const startHttp1 = (socket: Socket) => http1Server.emit('connection', socket);

  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, socket => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    if (http2) {
      sniff(socket, isHttp2 =>
        isHttp2 ? startHttp2(socket) : startHttp1(socket),
      );
    } else {
      startHttp1(socket);
    }
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('Expected the server to have a port.');
  }

  let closed: Promise<void> | undefined;
  return {
    port: address.port,
    close: () => {
      closed ??= new Promise(resolve => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      });
      return closed;
    },
  };
}

function sniff(socket: Socket, decide: (isHttp2: boolean) => void): void {
  let seen = Buffer.alloc(0);
  const onData = (bytes: Buffer) => {
    seen = Buffer.concat([seen, bytes]);
    const length = Math.min(seen.length, HTTP2_PREFACE.length);
    const isHttp2 = seen
      .subarray(0, length)
      .equals(HTTP2_PREFACE.subarray(0, length));
    if (isHttp2 && seen.length < TELLING_BYTES) return;
    socket.off('data', onData);
    socket.pause();
    socket.unshift(seen);
    decide(isHttp2);
    process.nextTick(() => socket.resume());
  };
  socket.on('data', onData);
}
