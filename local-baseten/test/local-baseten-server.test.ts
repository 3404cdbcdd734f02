import { once } from 'node:events';
import { connect as connectHttp2 } from 'node:http2';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { PerformanceClient } from '../../test/support/native-client';
import { embedText, startLocalBaseten } from '..';
import { json, send, VERSIONS } from './send';
import { start } from './start';

const EMBEDDINGS = '/sync/v1/embeddings';

describe.each(VERSIONS)('over HTTP/%s', version => {
  it('answers and records the request', async () => {
    const server = await start();
    const before = Date.now();
    const reply = await send(version, server, `${EMBEDDINGS}?a=1`, {
      body: { input: 'sunny' },
      headers: { 'X-Trace': 'abc' },
    });
    expect(reply.status).toBe(200);
    expect(reply.isComplete).toBe(true);
    expect(server.requests).toMatchObject([
      {
        method: 'POST',
        path: `${EMBEDDINGS}?a=1`,
        httpVersion: version,
        body: { input: 'sunny' },
        aborted: false,
        inFlight: 1,
      },
    ]);
    const [request] = server.requests;
    expect(request?.headers['x-trace']).toBe('abc');
    expect(Object.keys(request?.headers ?? {}).join()).not.toContain(':');
    expect(request?.at).toBeGreaterThanOrEqual(before - 1);
    expect(request?.at).toBeLessThanOrEqual(Date.now() + 1);
  });

  it('records a body that is not JSON as text', async () => {
    const server = await start();
    await send(version, server, EMBEDDINGS, { body: '{"input":' });
    await send(version, server, EMBEDDINGS, { method: 'POST' });
    expect(server.requests.map(({ body }) => body)).toEqual([
      '{"input":',
      undefined,
    ]);
  });

  it('drops bodies of answered requests when told so', async () => {
    const server = await start({ recordBodies: false });
    let seen: unknown;
    server.behave(({ body }) => {
      seen = body;
      return undefined;
    });
    await send(version, server, EMBEDDINGS, { body: { input: 'sunny' } });
    await vi.waitFor(() => expect(server.requests[0]?.body).toBeUndefined());
    expect(seen).toEqual({ input: 'sunny' });
  });

  it('marks a request whose client goes away', async () => {
    const server = await start();
    server.behave(() => ({ hang: true }));
    const controller = new AbortController();
    const reply = send(version, server, EMBEDDINGS, {
      body: { input: 'sunny' },
      signal: controller.signal,
    });
    await vi.waitFor(() => expect(server.requests).toHaveLength(1));
    expect(server.requests[0]?.aborted).toBe(false);
    controller.abort();
    await expect(reply).rejects.toThrow();
    await vi.waitFor(() => expect(server.requests[0]?.aborted).toBe(true));
  });

  it('marks a client that goes away in the middle of a body', async () => {
    const server = await start();
    server.behave(() => ({ hang: 'in-body' }));
    const controller = new AbortController();
    const reply = send(version, server, EMBEDDINGS, {
      body: { input: 'sunny' },
      signal: controller.signal,
    });
    await vi.waitFor(() => expect(server.requests).toHaveLength(1));
    await setTimeout(50);
    controller.abort();
    await reply.catch(() => {});
    await vi.waitFor(() => expect(server.requests[0]?.aborted).toBe(true));
  });

  it('counts how many requests are answered at the same time', async () => {
    const server = await start();
    let open = () => {};
    const gate = new Promise<undefined>(resolve => {
      open = () => resolve(undefined);
    });
    server.behave(() => gate);
    const body = { input: 'sunny' };
    const replies = [1, 2, 3].map(() =>
      send(version, server, EMBEDDINGS, { body }),
    );
    await vi.waitFor(() => expect(server.requests).toHaveLength(3));
    open();
    await Promise.all(replies);
    await send(version, server, EMBEDDINGS, { body });
    expect(server.peakInFlight).toBe(3);
    expect(server.requests.map(({ inFlight }) => inFlight)).toEqual([
      1, 2, 3, 1,
    ]);
  });

  it('never counts a client twice that sends one request after the other', async () => {
    const server = await start();
    const client = async () => {
      for (let i = 0; i < 25; i++) {
        await send(version, server, EMBEDDINGS, { body: { input: 'sunny' } });
      }
    };
    await Promise.all([client(), client(), client(), client()]);
    expect(server.requests).toHaveLength(100);
    expect(server.peakInFlight).toBeLessThanOrEqual(4);
  });

  it('forgets requests, peak and behaviour on reset', async () => {
    const server = await start();
    server.behave(() => ({ status: 500 }));
    const body = { input: 'sunny' };
    expect((await send(version, server, EMBEDDINGS, { body })).status).toBe(
      500,
    );
    server.reset();
    expect(server.requests).toEqual([]);
    expect(server.peakInFlight).toBe(0);
    expect((await send(version, server, EMBEDDINGS, { body })).status).toBe(
      200,
    );
  });

  it('ends requests that hang when it closes', async () => {
    const server = await startLocalBaseten();
    server.behave((_, count) =>
      count === 0 ? { hang: true } : { delayMilliseconds: 60_000 },
    );
    const body = { input: 'sunny' };
    const replies = [1, 2].map(() =>
      send(version, server, EMBEDDINGS, { body }),
    );
    const settled = Promise.allSettled(replies);
    await vi.waitFor(() => expect(server.requests).toHaveLength(2));
    await server.close();
    expect((await settled).map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
    ]);
    expect(server.requests.map(({ aborted }) => aborted)).toEqual([
      false,
      false,
    ]);
  });
});

describe('the port', () => {
  it('serves both protocols at the same time', async () => {
    const server = await start();
    const replies = await Promise.all(
      [...VERSIONS, ...VERSIONS].map(version =>
        send(version, server, EMBEDDINGS, { body: { input: 'sunny' } }),
      ),
    );
    const [first, ...others] = replies.map(json);
    for (const other of others) expect(other).toEqual(first);
  });

  it('serves the native client', async () => {
    const server = await start();
    const client = new PerformanceClient(server.modelURL, server.apiKey);
    const texts = Array.from({ length: 128 }, (_, index) => `text ${index}`);
    const payload = { input: texts, encoding_format: 'base64' };
    expect(
      await client.batchPost('/v1/embeddings', [payload], 1, 30),
    ).toMatchObject({ data: [{ object: 'list' }] });
    expect(server.requests[0]).toMatchObject({
      httpVersion: '2.0',
      path: '/environments/production/sync/v1/embeddings',
      body: payload,
    });
  });

  it('recognises a protocol whose first bytes come one by one', async () => {
    const server = await start();
    const { port } = new URL(server.origin);
    const socket = connect({ port: Number(port), noDelay: true });
    const text = `GET /v1/models HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${server.apiKey}\r\nconnection: close\r\n\r\n`;
    for (const character of text.slice(0, 6)) {
      socket.write(character);
      await setTimeout(5);
    }
    socket.write(text.slice(6));
    const chunks: Buffer[] = await socket.toArray();
    expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 200 OK/);
  });

  it('recognises POST, whose first letter HTTP/2 has as well', async () => {
    const server = await start();
    const { port } = new URL(server.origin);
    const socket = connect({ port: Number(port), noDelay: true });
    socket.write('P');
    await setTimeout(10);
    socket.write(
      'OST /v1/x HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\nconnection: close\r\n\r\n',
    );
    const chunks: Buffer[] = await socket.toArray();
    expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 401/);
  });

  it('refuses HTTP/2 when told to speak HTTP/1.1 alone', async () => {
    const server = await start({ http2: false });
    const body = { input: 'sunny' };
    expect((await send('1.1', server, EMBEDDINGS, { body })).status).toBe(200);
    await expect(send('2.0', server, EMBEDDINGS, { body })).rejects.toThrow();
  });

  it('can be chosen', async () => {
    const first = await start();
    const port = Number(new URL(first.origin).port);
    await expect(startLocalBaseten({ port })).rejects.toThrow('EADDRINUSE');
    await first.close();
    const second = await start({ port });
    expect(second.origin).toBe(first.origin);
  });
});

describe('close', () => {
  it('ends sockets that are idle or half open, and can be repeated', async () => {
    const server = await startLocalBaseten();
    const port = Number(new URL(server.origin).port);
    const silent = connect({ port });
    const halfSent = connect({ port });
    halfSent.write('POST /v1/chat/completions HTTP/1.1\r\ncontent-len');
    const session = connectHttp2(server.origin);
    await Promise.all([
      once(silent, 'connect'),
      once(halfSent, 'connect'),
      once(session, 'remoteSettings'),
    ]);
    silent.resume();
    halfSent.resume();
    const ends = [silent, halfSent, session].map(each => {
      each.on('error', () => {});
      return new Promise(resolve => each.on('close', resolve));
    });
    await Promise.all([server.close(), server.close()]);
    await Promise.all(ends);
    await server.close();
    await expect(fetch(server.origin)).rejects.toThrow();
  });

  it('comes with disposal', async () => {
    const server = await startLocalBaseten();
    await server[Symbol.asyncDispose]();
    await expect(fetch(server.origin)).rejects.toThrow();
  });
});

describe('the options', () => {
  it('set key, limit and length', async () => {
    const server = await start({
      apiKey: 'other',
      maximumBatchSize: 2,
      dimensions: 8,
    });
    const body = { input: ['a', 'b'] };
    const reply = await send('1.1', server, EMBEDDINGS, { body });
    expect(json(reply).data[1].embedding).toEqual([...embedText('b', 8)]);
    const tooLarge = { input: ['a', 'b', 'c'] };
    const refusal = await send('1.1', server, EMBEDDINGS, { body: tooLarge });
    expect(refusal.status).toBe(413);
  });

  it('slow a chat stream down', async () => {
    const server = await start({ tokenDelayMilliseconds: 10 });
    const began = performance.now();
    const reply = await send('1.1', server, '/sync/v1/chat/completions', {
      body: {
        messages: [{ role: 'user', content: 'Count from 1 to 5' }],
        stream: true,
      },
    });
    expect(reply.pieces.length).toBeGreaterThan(5);
    expect(performance.now() - began).toBeGreaterThan(90);
  });
});
