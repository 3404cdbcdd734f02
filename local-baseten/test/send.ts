import { request as requestHttp1 } from 'node:http';
import { connect, constants } from 'node:http2';
import type { LocalBaseten } from '..';

export const VERSIONS = ['1.1', '2.0'] as const;
export type HttpVersion = (typeof VERSIONS)[number];

export interface Sent {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly text: string;
  /** The body's pieces as they arrived. */
  readonly pieces: readonly Buffer[];
  /** Whether the body came to its end. */
  readonly isComplete: boolean;
}

export interface SendOptions {
  readonly method?: string;
  /** A string is sent as it is, anything else as JSON. */
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
}

/**
 * Sends a request on a connection of its own, with the right key unless the
 * headers say otherwise.
 *
 * @throws if the connection ends before the headers.
 */
export function send(
  version: HttpVersion,
  server: Pick<LocalBaseten, 'origin' | 'apiKey'>,
  path: string,
  options: SendOptions = {},
): Promise<Sent> {
  const { body, method = body === undefined ? 'GET' : 'POST' } = options;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const headers = {
    authorization: `Bearer ${server.apiKey}`,
    ...options.headers,
  };
  const parts = { method, headers, text, signal: options.signal };
  return version === '1.1'
    ? sendHttp1(server.origin + path, parts)
    : sendHttp2(server.origin, path, parts);
}

export function json(sent: Sent) {
  return JSON.parse(sent.text);
}

/** The payloads of an event stream, parsed unless they are `[DONE]`. */
export function events(sent: Sent) {
  return sent.text
    .split('\n\n')
    .filter(line => line !== '')
    .map(line => line.replace(/^data: /, ''))
    .map(data => (data === '[DONE]' ? data : JSON.parse(data)));
}

interface Parts {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly text: string | undefined;
  readonly signal: AbortSignal | undefined;
}

function sendHttp1(
  url: string,
  { method, headers, text, signal }: Parts,
): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const request = requestHttp1(url, {
      method,
      headers,
      agent: false,
      ...(signal && { signal }),
    });
    request.on('error', reject);
    request.on('response', response => {
      const pieces: Buffer[] = [];
      response.on('data', piece => pieces.push(piece));
      response.on('error', () => {});
      response.on('close', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(pieces).toString(),
          pieces,
          isComplete: response.complete,
        }),
      );
    });
    request.end(text);
  });
}

function sendHttp2(
  origin: string,
  path: string,
  { method, headers, text, signal }: Parts,
): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const session = connect(origin);
    session.on('error', reject);
    const stream = session.request(
      { ':method': method, ':path': path, ...headers },
      { ...(signal && { signal }) },
    );
    const pieces: Buffer[] = [];
    let received: Record<string, unknown> | undefined;
    stream.on('response', responseHeaders => {
      received = responseHeaders;
    });
    stream.on('data', piece => pieces.push(piece));
    stream.on('error', () => {});
    stream.on('close', () => {
      session.destroy();
      if (received === undefined) {
        reject(new Error('The stream ended before the headers.'));
        return;
      }
      resolve({
        status: Number(received[':status']),
        headers: received,
        text: Buffer.concat(pieces).toString(),
        pieces,
        isComplete: stream.rstCode === constants.NGHTTP2_NO_ERROR,
      });
    });
    stream.end(text);
  });
}
