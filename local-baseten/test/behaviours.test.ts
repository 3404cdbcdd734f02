import { describe, expect, it, vi } from 'vitest';
import type { Behaviour, LocalBaseten } from '..';
import { events, json, send, VERSIONS } from './send';
import { start } from './start';

const EMBEDDINGS = '/environments/production/sync/v1/embeddings';
const CHAT = '/v1/chat/completions';
const EMBEDDING_BODY = { input: ['sunny', 'rainy'], encoding_format: 'base64' };
const CHAT_BODY = {
  model: 'moonshotai/Kimi-K2-Instruct-0905',
  messages: [{ role: 'user', content: 'Zähle: „größer“ — 你好 🎉?' }],
};

async function startWith(behaviour: Behaviour): Promise<LocalBaseten> {
  const server = await start();
  server.behave(() => behaviour);
  return server;
}

describe.each(VERSIONS)('over HTTP/%s', version => {
  const embed = (server: LocalBaseten) =>
    send(version, server, EMBEDDINGS, { body: EMBEDDING_BODY });
  const chat = (server: LocalBaseten, more: object = {}) =>
    send(version, server, CHAT, { body: { ...CHAT_BODY, ...more } });

  it('passes the request and its number to the behaviour', async () => {
    const server = await start();
    const seen: unknown[] = [];
    const behave = (request: { path: string }, count: number) => {
      seen.push([request.path, count]);
      return undefined;
    };
    server.behave(behave);
    await embed(server);
    await chat(server);
    server.behave(behave);
    await chat(server);
    expect(seen).toEqual([
      [EMBEDDINGS, 0],
      [CHAT, 1],
      [CHAT, 0],
    ]);
  });

  it('waits for a behaviour that takes its time', async () => {
    const server = await start();
    server.behave(async () => ({ status: 503 }));
    expect((await embed(server)).status).toBe(503);
  });

  it('tells the client when a behaviour fails', async () => {
    const server = await start();
    server.behave(() => {
      throw new Error('a mistake in the test');
    });
    const reply = await embed(server);
    expect(reply.status).toBe(500);
    expect(json(reply).error).toContain('a mistake in the test');
  });

  it('delays the answer', async () => {
    const server = await startWith({ delayMilliseconds: 100 });
    const began = performance.now();
    expect((await embed(server)).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThan(95);
  });

  it.each([
    [400, { error: 'Invalid request body' }],
    [402, { error: 'please check your current payment status' }],
    [403, { error: 'please check the api-key you provided' }],
    [404, { error: 'please check the model you provided' }],
    [500, { error: 'Internal Server Error' }],
    [502, { error: 'Error making prediction' }],
  ])('answers status %i with the known body', async (status, body) => {
    const server = await startWith({ status });
    const reply = await embed(server);
    expect(reply.status).toBe(status);
    expect(json(reply)).toEqual(body);
    expect(reply.headers['x-baseten-request-id']).toMatch(/^[\da-f]{32}$/);
  });

  it.each([401, 408, 409, 413, 422, 429, 503, 504, 529, 418])(
    'answers status %i with a message',
    async status => {
      const server = await startWith({ status });
      const reply = await embed(server);
      expect(reply.status).toBe(status);
      const { error, message } = json(reply);
      expect(error ?? message).toMatch(/\w+/);
    },
  );

  it('sends the given body, status, type and headers', async () => {
    const server = await startWith({
      status: 429,
      body: '<b>slow down</b>',
      contentType: 'text/html',
      headers: { 'retry-after': '7' },
    });
    const reply = await embed(server);
    expect(reply).toMatchObject({ status: 429, text: '<b>slow down</b>' });
    expect(reply.headers['content-type']).toBe('text/html');
    expect(reply.headers['retry-after']).toBe('7');
  });

  it('sends a given body with status 200 as JSON', async () => {
    const object = await startWith({ body: { a: 1 } });
    const reply = await embed(object);
    expect(reply).toMatchObject({ status: 200, text: '{"a":1}' });
    expect(reply.headers['content-type']).toBe('application/json');
    const broken = await startWith({ body: '{"a":' });
    expect((await embed(broken)).text).toBe('{"a":');
  });

  it('adds headers to a usual reply', async () => {
    const server = await startWith({ headers: { 'x-extra': 'yes' } });
    const reply = await embed(server);
    expect(json(reply).data).toHaveLength(2);
    expect(reply.headers['x-extra']).toBe('yes');
  });

  it('cuts the connection before the headers', async () => {
    const server = await startWith({ cut: 'before-headers' });
    await expect(embed(server)).rejects.toThrow();
    expect(server.requests[0]?.aborted).toBe(false);
  });

  it.each([embed, (server: LocalBaseten) => chat(server, { stream: true })])(
    'cuts the connection in the body',
    async ask => {
      const server = await start();
      const whole = await ask(server);
      server.behave(() => ({ cut: 'in-body' }));
      const reply = await ask(server);
      expect(reply.status).toBe(200);
      expect(reply.isComplete).toBe(false);
      const length = Buffer.byteLength(reply.text);
      expect(length).toBeGreaterThan(0);
      expect(length).toBeLessThan(Buffer.byteLength(whole.text) * 0.6);
      expect(server.requests.map(({ aborted }) => aborted)).toEqual([
        false,
        false,
      ]);
    },
  );

  it('hangs without an answer or in the body', async () => {
    const server = await start();
    server.behave((_, count) => ({ hang: count === 0 || 'in-body' }));
    let settled = 0;
    const count = () => {
      settled += 1;
    };
    const controller = new AbortController();
    const replies = [1, 2].map(() =>
      send(version, server, EMBEDDINGS, {
        body: EMBEDDING_BODY,
        signal: controller.signal,
      })
        .finally(count)
        .catch(() => undefined),
    );
    await vi.waitFor(() => expect(server.requests).toHaveLength(2));
    await new Promise(resolve => setTimeout(resolve, 100));
    expect(settled).toBe(0);
    controller.abort();
    const [, inBody] = await Promise.all(replies);
    // Node.js drops what an aborted HTTP/1.1 request has received.
    expect(inBody?.isComplete ?? false).toBe(false);
  });

  it('transforms a usual JSON reply', async () => {
    const server = await startWith({
      transform: reply => ({ changed: Object.keys(Object(reply)) }),
    });
    expect(json(await embed(server))).toEqual({
      changed: ['object', 'data', 'model', 'usage'],
    });
    const refused = await send(version, server, EMBEDDINGS, {
      body: { input: 1 },
    });
    expect(refused.status).toBe(422);
    expect(json(refused).changed).toBeUndefined();
  });

  it('sends a given list of events', async () => {
    const server = await startWith({
      stream: { events: [{ a: 'ü' }, 'not json', '[DONE]'] },
    });
    const reply = await chat(server, { stream: true });
    expect(reply.text).toBe(
      'data: {"a":"ü"}\n\ndata: not json\n\ndata: [DONE]\n\n',
    );
    expect(reply.headers['content-type']).toBe('text/event-stream');
  });

  it('sends a given text of a stream', async () => {
    const text = ': comment\r\nevent: x\r\ndata: 1\r\n\r\n';
    const server = await startWith({ stream: { events: text } });
    expect((await chat(server, { stream: true })).text).toBe(text);
  });

  it('splits at the given bytes, also inside a character', async () => {
    const server = await startWith({
      stream: {
        events: 'aü🎉b',
        splitAt: [2, 4, 6],
        delayBetweenMilliseconds: 20,
      },
    });
    const { pieces } = await chat(server, { stream: true });
    const bytes = Buffer.from('aü🎉b');
    expect(pieces).toEqual([
      bytes.subarray(0, 2),
      bytes.subarray(2, 4),
      bytes.subarray(4, 6),
      bytes.subarray(6),
    ]);
  });

  it('splits a usual stream at random without changing it', async () => {
    const server = await start();
    server.behave(() => ({ stream: { splitAt: 'random', seed: 3 } }));
    const split = await chat(server, { stream: true });
    server.reset();
    const whole = await chat(server, { stream: true });
    const contents = [split, whole].map(reply =>
      events(reply).map(event => event.choices?.[0]?.delta),
    );
    expect(contents[0]).toEqual(contents[1]);
    expect(split.pieces.length).toBeGreaterThan(50);
  });

  it('splits a reply that is no stream as well', async () => {
    const server = await startWith({ stream: { splitAt: [10] } });
    expect(json(await embed(server)).data).toHaveLength(2);
  });

  it('ends a stream after so many bytes, cleanly or not', async () => {
    const server = await start();
    const events = 'data: 1\n\ndata: 2\n\n';
    server.behave(() => ({ stream: { events, cutAfterBytes: 9 } }));
    const cut = await chat(server, { stream: true });
    expect(cut).toMatchObject({ text: 'data: 1\n\n', isComplete: false });
    server.behave(() => ({
      stream: { events, cutAfterBytes: 9, cutBy: 'end' },
    }));
    const ended = await chat(server, { stream: true });
    expect(ended).toMatchObject({ text: 'data: 1\n\n', isComplete: true });
  });

  it('stops a stream when its client goes away', async () => {
    const server = await start({ tokenDelayMilliseconds: 5 });
    const controller = new AbortController();
    const reply = send(version, server, '/sync/v1/chat/completions', {
      body: {
        messages: [{ role: 'user', content: 'Count from 1 to 1000' }],
        stream: true,
      },
      signal: controller.signal,
    });
    await vi.waitFor(() => expect(server.requests).toHaveLength(1));
    controller.abort();
    await reply.catch(() => {});
    await vi.waitFor(() => expect(server.requests[0]?.aborted).toBe(true));
  });

  it('survives what it is told to do', async () => {
    const server = await start();
    const faults: Behaviour[] = [
      { cut: 'before-headers' },
      { cut: 'in-body' },
      { status: 529 },
      { body: 'x' },
      { stream: { cutAfterBytes: 0 } },
    ];
    server.behave((_, count) => faults[count]);
    for (const _ of faults) await embed(server).catch(() => {});
    expect((await embed(server)).status).toBe(200);
    expect(server.peakInFlight).toBe(1);
  });
});
