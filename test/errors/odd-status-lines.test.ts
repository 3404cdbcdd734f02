import { createServer, type Server } from 'node:net';
import { APICallError } from '@ai-sdk/provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBaseten } from '../../src';
import { captureError } from '../support/capture-error';

const prompt = [
  { role: 'user' as const, content: [{ type: 'text' as const, text: 'Hi' }] },
];
const REPLY = JSON.stringify({
  choices: [{ index: 0, message: { role: 'assistant', content: 'Hello' } }],
});

/** Bytes that no HTTP server in the tree would send. */
let statusLine = Buffer.from('');
let server: Server;
let origin = '';

beforeAll(async () => {
  server = createServer(socket => {
    socket.on('error', () => {});
    socket.once('data', () => {
      socket.write('HTTP/1.1 ');
      socket.write(statusLine);
      socket.end(
        `\r\ncontent-type: application/json\r\ncontent-length: ${REPLY.length}\r\nconnection: close\r\n\r\n${REPLY}`,
      );
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError();
  origin = `http://127.0.0.1:${address.port}`;
});
afterAll(() => new Promise(resolve => server.close(resolve)));

const provider = () =>
  createBaseten({
    apiKey: 'any',
    modelURL: `${origin}/sync/v1`,
    performanceClient: false,
  });

describe.each([
  ['Latin-1', Buffer.from('Überlastet', 'latin1')],
  ['UTF-8', Buffer.from('過負荷 Überlastet', 'utf8')],
  ['nothing', Buffer.from('')],
])('a reason phrase of %s', (_name, phrase) => {
  const line = (status: number) =>
    Buffer.concat([Buffer.from(`${status} `), phrase]);

  it('does not spoil a chat reply', async () => {
    statusLine = line(200);
    const { content } = await provider()().doGenerate({ prompt });

    expect(content).toMatchObject([{ type: 'text', text: 'Hello' }]);
  });

  it('does not spoil a chat stream', async () => {
    statusLine = line(200);
    const { stream } = await provider()().doStream({ prompt });
    for await (const part of stream) expect(part).toHaveProperty('type');
  });

  it('does not spoil an error', async () => {
    statusLine = line(422);

    for (const ask of [
      () => provider()().doGenerate({ prompt }),
      () => provider()().doStream({ prompt }),
      () =>
        provider()
          .embeddingModel()
          .doEmbed({ values: ['a'] }),
    ]) {
      const error = await captureError(ask);
      expect(APICallError.isInstance(error)).toBe(true);
      expect(error).toHaveProperty('statusCode', 422);
    }
  });
});
