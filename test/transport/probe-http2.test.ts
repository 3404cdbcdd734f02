import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startLocalBaseten } from '../../local-baseten';
import { speaksHttp2 } from '../../src/transport/probe-http2';

afterEach(() => {
  vi.unstubAllEnvs();
});

async function listen(onConnect: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server: Server = createServer(socket => {
    sockets.add(socket);
    socket.on('error', () => {});
    onConnect(socket);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = Object(server.address());
  return {
    port,
    url: `http://127.0.0.1:${port}/sync`,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

describe('speaksHttp2', () => {
  it('is true for a server that takes HTTP/2, and sends it no request', async () => {
    await using server = await startLocalBaseten();

    expect(await speaksHttp2(server.modelURL)).toBe(true);
    expect(server.requests).toEqual([]);
  });

  it('is false for a server of HTTP/1.1', async () => {
    await using server = await startLocalBaseten({ http2: false });

    expect(await speaksHttp2(server.modelURL)).toBe(false);
  });

  it.each<[name: string, onConnect: (socket: Socket) => void]>([
    ['keeps silent', () => {}],
    ['closes the connection', socket => socket.end()],
    ['resets the connection', socket => socket.resetAndDestroy()],
    ['says something else', socket => socket.write('220 ready\r\n')],
  ])('is false for a server that %s', async (_name, onConnect) => {
    await using server = await listen(onConnect);

    expect(await speaksHttp2(server.url)).toBe(false);
  });

  it.each([
    'http://127.0.0.1:1/sync',
    'http://no-such-host.invalid/sync',
    'https://127.0.0.1:1/sync',
  ])('is false for %s, which cannot be reached', async url => {
    expect(await speaksHttp2(url)).toBe(false);
  });

  it('is false over a proxy, which does not forward it', async () => {
    await using server = await startLocalBaseten();
    vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:1');

    expect(await speaksHttp2(server.modelURL)).toBe(false);
    vi.stubEnv('NO_PROXY', '127.0.0.1,localhost');
    expect(await speaksHttp2(server.modelURL)).toBe(true);
  });

  it('asks a proxy for a tunnel to a server with https', async () => {
    const asked: string[] = [];
    await using proxy = await listen(socket => {
      socket.once('data', bytes => {
        asked.push(String(bytes).split('\r\n')[0] ?? '');
        socket.end('HTTP/1.1 200 OK\r\n\r\n');
      });
    });
    vi.stubEnv('HTTPS_PROXY', `http://127.0.0.1:${proxy.port}`);

    expect(await speaksHttp2('https://model.invalid/sync')).toBe(false);
    expect(asked).toEqual(['CONNECT model.invalid:443 HTTP/1.1']);
  });

  it.each([403, 502])('is false where a proxy answers %i', async status => {
    await using proxy = await listen(socket => {
      socket.once('data', () => socket.end(`HTTP/1.1 ${status} No\r\n\r\n`));
    });
    vi.stubEnv('HTTPS_PROXY', `http://127.0.0.1:${proxy.port}`);

    expect(await speaksHttp2('https://model.invalid/sync')).toBe(false);
  });
});
