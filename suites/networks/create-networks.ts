import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LocalBaseten, startLocalBaseten } from '../../local-baseten';
import { findFreePort } from '../lib/find-free-port';
import { createCertificates } from './create-certificates';
import type { Network } from './network';
import { startBlackHole } from './start-black-hole';
import { startGate } from './start-gate';
import { startProxy } from './start-proxy';
import { startSilentServer } from './start-silent-server';
import { startTlsFront } from './start-tls-front';

type Fates =
  Parameters<typeof startGate> extends [number, ...infer REST] ? REST : never;

/** Names that only a proxy, or only a hosts file, knows. */
const BEHIND_PROXY = 'model.company.test';
const DEAD_FIRST = 'dead-first.test';
const SILENT_FIRST = 'silent-first.test';

/** The resolver puts 127.0.0.1 before all others, so this is the good one. */
const SECOND_ADDRESS = '127.0.0.9';

/**
 * Starts the servers of every network.
 *
 * @param keep Takes what has to be ended later.
 */
export async function createNetworks(
  folder: string,
  server: LocalBaseten,
  keep: <RESOURCE extends Disposable | AsyncDisposable>(
    resource: RESOURCE,
  ) => RESOURCE,
): Promise<Network[]> {
  const port = Number(new URL(server.origin).port);
  const http1Server = keep(await startLocalBaseten({ http2: false }));
  const http1Port = Number(new URL(http1Server.origin).port);
  const closing = keep(await startLocalBaseten({ http2: false }));
  closing.behave(() => ({ headers: { connection: 'close' } }));

  const certificates = await createCertificates(folder, [
    'localhost',
    '127.0.0.1',
    BEHIND_PROXY,
  ]);
  const front = async (...protocols: string[]) => {
    const target = protocols.includes('h2') ? port : http1Port;
    return keep(await startTlsFront(certificates, protocols, target));
  };
  const trust = { NODE_EXTRA_CA_CERTS: certificates.authority };
  const both = await front('h2', 'http/1.1');
  const http1 = await front('http/1.1');
  const http2 = await front('h2');
  const proxy = keep(await startProxy(both, port));
  const silent = keep(await startSilentServer());
  const closed = `http://127.0.0.1:${await findFreePort()}`;
  const gate = async (...fates: Fates) =>
    keep(await startGate(port, ...fates)).origin;

  const hosts = join(folder, 'hosts');
  writeFileSync(
    hosts,
    [DEAD_FIRST, SILENT_FIRST]
      .map(name => `127.0.0.1 ${name}\n${SECOND_ADDRESS} ${name}\n`)
      .join(''),
  );
  const second = { host: SECOND_ADDRESS };
  const afterDead = new URL(await gate('pass', 'pass', second));
  afterDead.hostname = DEAD_FIRST;
  const afterSilent = new URL(await gate('pass', 'pass', second));
  afterSilent.hostname = SILENT_FIRST;
  keep(await startBlackHole('127.0.0.1', Number(afterSilent.port)));

  return [
    { name: 'HTTP/1.1 and HTTP/2', origin: server.origin },
    { name: 'HTTP/1.1 only', origin: http1Server.origin },
    {
      name: 'HTTP/1.1 only, silent to HTTP/2',
      origin: await gate('keep silent', 'pass'),
    },
    { name: 'HTTP/1.1 only, cuts HTTP/2', origin: await gate('cut', 'pass') },
    {
      name: 'HTTP/2 only',
      isLostByFetch: true,
      origin: await gate('pass', 'cut'),
    },
    { name: 'closes each connection', origin: closing.origin },
    {
      name: 'IPv6',
      origin: await gate('pass', 'pass', { host: '::1' }),
    },
    {
      name: 'name with a dead address first',
      origin: afterDead.origin,
      hosts,
    },
    {
      name: 'name with a silent address first',
      origin: afterSilent.origin,
      hosts,
    },
    {
      name: 'private CA',
      origin: `https://localhost:${both.port}`,
      env: trust,
    },
    {
      name: 'private CA, HTTP/1.1 only',
      origin: `https://localhost:${http1.port}`,
      env: trust,
    },
    {
      name: 'private CA, HTTP/2 only',
      isLostByFetch: true,
      origin: `https://localhost:${http2.port}`,
      env: trust,
    },
    {
      name: 'private CA that Node.js does not know',
      isLostByFetch: true,
      origin: `https://localhost:${both.port}`,
    },
    ...(['22', '24'] as const).map(node => ({
      name: 'HTTPS_PROXY that intercepts TLS, NODE_USE_ENV_PROXY',
      node,
      origin: `https://${BEHIND_PROXY}`,
      env: { ...trust, HTTPS_PROXY: proxy.url, NODE_USE_ENV_PROXY: '1' },
    })),
    {
      name: 'HTTPS_PROXY that intercepts TLS, not used by Node.js',
      isLostByFetch: true,
      origin: `https://${BEHIND_PROXY}`,
      env: { ...trust, HTTPS_PROXY: proxy.url },
    },
    {
      name: 'HTTP_PROXY, NODE_USE_ENV_PROXY',
      node: '24',
      origin: `http://${BEHIND_PROXY}`,
      env: { HTTP_PROXY: proxy.url, NODE_USE_ENV_PROXY: '1' },
    },
    {
      name: 'NO_PROXY, proxy is dead, NODE_USE_ENV_PROXY',
      node: '24',
      origin: server.origin,
      env: {
        HTTP_PROXY: closed,
        NO_PROXY: '127.0.0.1',
        NODE_USE_ENV_PROXY: '1',
      },
    },
    {
      name: 'HTTP_PROXY is dead, not used by Node.js',
      origin: server.origin,
      env: { HTTP_PROXY: closed },
    },
    {
      name: 'HTTP_PROXY is silent, not used by Node.js',
      origin: server.origin,
      env: { HTTP_PROXY: `http://127.0.0.1:${silent.port}` },
    },
    {
      name: 'HTTPS_PROXY is silent, not used by Node.js',
      origin: `https://localhost:${both.port}`,
      env: { ...trust, HTTPS_PROXY: `http://127.0.0.1:${silent.port}` },
    },
  ];
}
