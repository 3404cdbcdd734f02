import { Agent } from 'undici';
import type { LocalBaseten } from '../../../local-baseten';
import { createBaseten } from '../../../src';
import {
  chat,
  createToolCall,
  embed,
  HEADERS,
  MODEL_ID,
  type Provocation,
  say,
  sayInStream,
  stream,
} from './ask';

/** Answers that do not come, or not to their end. */
export function missingAnswers(local: LocalBaseten) {
  const { apiKey, modelURL } = local;
  const endless = async () =>
    new Response('', { headers: { 'content-length': '1000000000' } });

  return [
    () =>
      createBaseten({ apiKey, modelURL, fetch: endless })
        .embeddingModel()
        .doEmbed({ values: ['a'] }),
    () => chat(local, { cut: 'before-headers' }),
    () => {
      local.behave(() => ({ hang: true }));
      return embed(local, ['a'], { timeoutSeconds: 1 });
    },
    () => {
      local.behave(() => ({ cut: 'in-body', headers: HEADERS }));
      return embed(local, ['a']);
    },
    () => {
      local.behave(() => ({ cut: 'in-body' }));
      return say(local, { text: 'Hi' });
    },
    () => sayInStream(local, { cut: 'in-body' }),
    () => sayInStream(local, { hang: 'in-body' }),
    () => stream(local, { stream: { cutAfterBytes: 300, cutBy: 'end' } }),
    () => stream(local, { quirks: ['finish-abort'] }),
    () =>
      stream(local, {
        stream: { events: [createToolCall('now', '{"a'), '[DONE]'] },
      }),
    () => chatWithImpatientFetch(local),
    () => streamOneLargeEvent(),
    () => stream(local, { stream: { cutAfterBytes: 300, cutBy: 'destroy' } }),
  ] satisfies Provocation[];
}

/** Node's `fetch` with other limits than its own. */
async function chatWithImpatientFetch(local: LocalBaseten): Promise<void> {
  const { apiKey, baseURL, behave } = local;
  behave(() => ({ hang: true }));
  const dispatcher = new Agent({ headersTimeout: 50 });
  await createBaseten({
    apiKey,
    baseURL,
    fetch: (input, init) => fetch(input, Object.assign({ dispatcher }, init)),
  })(MODEL_ID).doGenerate({ prompt: [] });
}

/** One event that never ends. */
async function streamOneLargeEvent(): Promise<void> {
  const piece = new TextEncoder().encode('x'.repeat(10_000_000));
  const { stream } = await createBaseten({
    apiKey: 'key',
    fetch: async () =>
      new Response(new ReadableStream({ pull: body => body.enqueue(piece) })),
  })(MODEL_ID).doStream({ prompt: [] });
  for await (const part of stream) {
    if (part.type === 'error') throw part.error;
  }
}
