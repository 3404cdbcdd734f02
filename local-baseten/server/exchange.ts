import type {
  IncomingHttpHeaders,
  IncomingMessage,
  ServerResponse,
} from 'node:http';
import { constants, type ServerHttp2Stream } from 'node:http2';
import type { Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';

/** One request and the means to answer it, the same for HTTP/1.1 and HTTP/2. */
export interface Exchange {
  readonly httpVersion: '1.1' | '2.0';
  readonly method: string;
  /** Path and query as the client sent them. */
  readonly path: string;
  /** Lower-case names; HTTP/2's pseudo headers are left out. */
  readonly headers: Record<string, string>;
  /** The request's body. */
  readonly input: Readable;
  /** The reply's body; send the headers first. */
  readonly output: Writable;
  /** Sends the headers, over HTTP/1.1 together with the first bytes. */
  sendHeaders(status: number, headers: Record<string, string>): void;
  /** Sends the headers without waiting for the first bytes. */
  flushHeaders(): void;
  /** Whether the whole reply was sent; valid once `output` has closed. */
  isFinished(): boolean;
  /** Destroys the connection and every other exchange on it. */
  cut(): void;
}

export function http1Exchange(
  request: IncomingMessage,
  response: ServerResponse,
): Exchange {
  return {
    httpVersion: '1.1',
    method: request.method ?? '',
    path: request.url ?? '',
    headers: plainHeaders(request.headers),
    input: request,
    output: response,
    sendHeaders: (status, headers) => {
      response.writeHead(status, headers);
    },
    flushHeaders: () => response.flushHeaders(),
    isFinished: () => response.writableFinished,
    cut: () => request.socket.destroy(),
  };
}

export function http2Exchange(
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  socket: Socket,
): Exchange {
  return {
    httpVersion: '2.0',
    method: String(headers[':method']),
    path: String(headers[':path']),
    headers: plainHeaders(headers),
    input: stream,
    output: stream,
    sendHeaders: (status, replyHeaders) => {
      if (!stream.destroyed) {
        stream.respond({ ':status': status, ...replyHeaders });
      }
    },
    flushHeaders: () => {},
    isFinished: () =>
      stream.writableEnded && stream.rstCode === constants.NGHTTP2_NO_ERROR,
    // To close stream or session instead would tell the client a reason.
    cut: () => socket.destroy(),
  };
}

function plainHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || name.startsWith(':')) continue;
    plain[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return plain;
}
