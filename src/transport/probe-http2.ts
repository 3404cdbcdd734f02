import type { Socket } from 'node:net';
import { after } from '../utils/timers';
import { findProxy } from './find-proxy';

/**
 * The native client assumes HTTP/2. With other servers it fails after three
 * attempts (0.7 s) and writes to standard output, or waits forever. So a server
 * is probed before the client's first request. Node's modules are not imported
 * statically: bundlers for the edge would fail.
 */

/** Keeps probe and HTTP attempts together well below two seconds. */
const PATIENCE_IN_MS = 1_000;

/** Type and offset of the frame with which a server answers. */
const SETTINGS_FRAME = { type: 4, offset: 3 };

/** Something that can be closed. */
type Opened = Array<{ destroy(): unknown }>;

/**
 * Whether the native client can reach a server: over HTTP/2, with a certificate
 * that it accepts. Sends no request. Never throws.
 */
export async function speaksHttp2(url: string): Promise<boolean> {
  // Before Node 20.16 there is no way to load modules.
  if (globalThis.process.getBuiltinModule == null) {
    return true;
  }
  const opened: Opened = [];
  let cancelTimer = () => {};
  const patience = new Promise<boolean>(resolve => {
    cancelTimer = after(PATIENCE_IN_MS, () => resolve(false));
  });
  try {
    return await Promise.race([ask(new URL(url), opened), patience]);
  } catch {
    return false;
  } finally {
    cancelTimer();
    for (const connection of opened) {
      connection.destroy();
    }
  }
}

async function ask(url: URL, opened: Opened): Promise<boolean> {
  const proxy = findProxy(url, globalThis.process.env);
  if (url.protocol === 'https:') {
    return await negotiate(
      url,
      proxy && (await openTunnel(proxy, url, opened)),
      opened,
    );
  }
  // Proxies do not forward HTTP/2 with prior knowledge.
  return proxy == null && (await greet(url, opened));
}

async function greet(url: URL, opened: Opened): Promise<boolean> {
  const { connect } = globalThis.process.getBuiltinModule('node:net');
  // The client tries only the first address of a name.
  const socket = connect({ ...addressOf(url), autoSelectFamily: false });
  opened.push(socket);
  // The HTTP/2 client preface and an empty settings frame.
  socket.write('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
  socket.write(Uint8Array.from([0, 0, 0, 4, 0, 0, 0, 0, 0]));

  return await new Promise<boolean>((resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', () => resolve(false));
    socket.once('data', (bytes: Uint8Array) =>
      resolve(bytes[SETTINGS_FRAME.offset] === SETTINGS_FRAME.type),
    );
  });
}

async function negotiate(
  url: URL,
  tunnel: Socket | undefined,
  opened: Opened,
): Promise<boolean> {
  const { isIP } = globalThis.process.getBuiltinModule('node:net');
  const { connect, rootCertificates } =
    globalThis.process.getBuiltinModule('node:tls');
  const { host, port } = addressOf(url);
  const socket = connect({
    ...(tunnel == null
      ? { host, port, autoSelectFamily: false }
      : { socket: tunnel }),
    ...(isIP(host) === 0 ? { servername: host } : { host }),
    ALPNProtocols: ['h2'],
    // The client trusts no others, whatever this process trusts.
    ca: [...rootCertificates],
    rejectUnauthorized: true,
  });
  opened.push(socket);

  return await new Promise<boolean>((resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', () => resolve(false));
    socket.once('secureConnect', () => resolve(socket.alpnProtocol === 'h2'));
  });
}

async function openTunnel(
  proxy: URL,
  url: URL,
  opened: Opened,
): Promise<Socket> {
  const { request } = globalThis.process.getBuiltinModule('node:http');
  const { host, port } = addressOf(url);
  const user = [proxy.username, proxy.password].map(decodeURIComponent);
  const tunnel = request({
    ...addressOf(proxy),
    method: 'CONNECT',
    path: `${host}:${port}`,
    ...(proxy.username !== '' && { auth: user.join(':') }),
  });
  opened.push(tunnel);

  return await new Promise<Socket>((resolve, reject) => {
    tunnel.once('error', reject);
    tunnel.once('connect', ({ statusCode }, socket) => {
      opened.push(socket);
      if (statusCode === 200) {
        resolve(socket);
      } else {
        reject(new Error(`The proxy answered ${statusCode}.`));
      }
    });
    tunnel.end();
  });
}

function addressOf({ protocol, hostname, port }: URL) {
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || (protocol === 'https:' ? 443 : 80)),
  };
}
