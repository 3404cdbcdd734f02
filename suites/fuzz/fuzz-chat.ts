import { isDeepStrictEqual } from 'node:util';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { createBaseten } from '../../src';
import { type ChatCase, createChatCase } from './chat-cases';
import { CHAT_DIFFERENCES } from './differences';
import type { Draw } from './draw';
import type { Verdict } from './fuzzer';
import { readParts } from './read-parts';

const SETTINGS = { apiKey: 'key', baseURL: 'https://example.com/v1' };

/** The same bytes to this package and to plain openai-compatible. */
export async function fuzzChat(draw: Draw): Promise<Verdict> {
  const chat = createChatCase(draw);
  const fetch = async () => reply(chat);
  const [ours, plain] = await Promise.all([
    readParts(createBaseten({ ...SETTINGS, fetch })('any'), chat.isStream),
    readParts(
      createOpenAICompatible({
        ...SETTINGS,
        name: 'baseten',
        includeUsage: true,
        fetch,
      })('any'),
      chat.isStream,
    ),
  ]);
  if (isDeepStrictEqual(ours, plain)) {
    return { kind: 'same' };
  }
  const difference = CHAT_DIFFERENCES.find(({ explains }) =>
    explains({ chat, ours, plain }),
  );
  return difference === undefined
    ? { kind: 'wrong', details: { chat: describe(chat), ours, plain } }
    : { kind: 'documented', difference: difference.name };
}

function reply({ isStream, pieces }: ChatCase): Response {
  const type = isStream ? 'text/event-stream' : 'application/json';
  const body = new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
  return new Response(body, { headers: { 'content-type': type } });
}

function describe({ pieces, ...facts }: ChatCase) {
  return { ...facts, body: Buffer.concat(pieces).toString() };
}
