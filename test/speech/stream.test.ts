import { APICallError } from '@ai-sdk/provider';
import { experimental_streamSpeech as streamSpeech } from 'ai';
import { describe, expect, it } from 'vitest';
import { startLocalBaseten } from '../../local-baseten';
import { captureError } from '../support/capture-error';
import { toStream } from '../support/to-stream';
import { useLocalBaseten } from '../support/use-local-baseten';
import { createSpeechModel, options, TEXT, textOf } from './support';

const server = await useLocalBaseten();
const openai = createSpeechModel(server, 'openai');
const predict = createSpeechModel(server, 'predict');
const LONG = TEXT.repeat(20);

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

const sayParts = (...parts: Array<{ text: string; voice?: string }>) =>
  toStream(parts.map(part => ({ type: 'text' as const, ...part })));

describe('a stream of speech', () => {
  it.each([
    ["a server of OpenAI's form", openai, {}],
    ['Orpheus', predict, options('prompt')],
    ['Kokoro, whose reply is JSON', predict, options('text')],
  ])('of %s is the whole sound', async (_name, model, given) => {
    const result = streamSpeech({ model, text: LONG, ...given });

    expect(textOf(await collect(result.audioStream))).toBe(LONG);
    expect(await result.warnings).toEqual([]);
    expect((await result.responses)[0]?.headers).toMatchObject({
      'x-baseten-request-id': expect.any(String),
    });
  });

  it('gives the first sound of Orpheus before the last is there', async () => {
    await using slow = await startLocalBaseten({ tokenDelayMilliseconds: 50 });
    const { audioStream } = streamSpeech({
      model: createSpeechModel(slow, 'predict'),
      text: LONG,
      ...options('prompt'),
    });
    const times: number[] = [];
    for await (const _ of audioStream) times.push(performance.now());

    expect(times.length).toBeGreaterThan(3);
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(100);
  });

  it('ends at once where a reply has no body', async () => {
    const model = createSpeechModel(server, 'openai', {
      fetch: async () => new Response(null, { status: 204 }),
    });
    const { stream } = await model.doStream({
      text: sayParts({ text: TEXT }),
      providerOptions: { baseten: { timeoutSeconds: 5 } },
    });
    const types: string[] = [];
    for await (const { type } of stream) types.push(type);

    expect(types.at(-1)).toBe('finish');
  });

  it('says what kind of sound comes', async () => {
    const typeOf = async () => {
      const { fullStream } = streamSpeech({ model: openai, text: TEXT });
      for await (const part of fullStream) {
        if (part.type === 'audio') return part.audioFormat.type;
      }
      return undefined;
    };
    const replies = [
      ['RIFF....WAVE and so on', 'audio/ogg', 'audio/wav'],
      ['ID3 and so on', 'audio/wav', 'audio/mpeg'],
      ['raw samples, and so on', 'audio/wav', 'audio/pcm'],
      ['OggS', 'application/octet-stream', 'audio/ogg'],
      ['anything else', 'audio/aac', 'audio/aac'],
    ] as const;

    for (const [body, contentType, type] of replies) {
      server.behave(() => ({ body, contentType }));
      expect(await typeOf()).toBe(type);
    }
  });

  it('takes a text that comes in pieces', async () => {
    const { audioStream } = streamSpeech({
      model: openai,
      text: toStream(['The train ', 'to Lisbon ', 'leaves.']),
    });

    expect(textOf(await collect(audioStream))).toBe(
      'The train to Lisbon leaves.',
    );
  });

  it('asks for the format by the name that the server knows', async () => {
    await collect(
      streamSpeech({
        model: openai,
        text: TEXT,
        outputFormat: { type: 'audio/mpeg' },
      }).audioStream,
    );

    expect(server.requests[0]?.body).toMatchObject({ response_format: 'mp3' });
  });

  it('refuses a second voice and lets go of the text', async () => {
    let wasCancelled = false;
    const text = new ReadableStream<{
      type: 'text';
      text: string;
      voice?: string;
    }>({
      start: controller => {
        controller.enqueue({ type: 'text', text: 'Hi', voice: 'ada' });
        controller.enqueue({ type: 'text', text: 'Ho', voice: 'bob' });
      },
      cancel: () => {
        wasCancelled = true;
      },
    });
    const error = await captureError(() =>
      openai.doStream({ text, voice: 'ada' }),
    );

    expect(error).toMatchObject({
      argument: 'voice',
      message: expect.stringContaining('one voice at a time'),
    });
    expect(wasCancelled).toBe(true);
    expect(server.requests).toEqual([]);
  });

  it('lets go of a text that does not end when it is aborted', async () => {
    let wasCancelled = false;
    const text = new ReadableStream<{ type: 'text'; text: string }>({
      cancel: () => {
        wasCancelled = true;
      },
    });
    const error = await captureError(() =>
      openai.doStream({ text, abortSignal: AbortSignal.timeout(20) }),
    );

    expect(error).toMatchObject({ name: 'TimeoutError' });
    expect(wasCancelled).toBe(true);
  });

  it.each([
    [
      'an error status',
      { status: 400, body: { error: 'no voice' } },
      'no voice',
    ],
    ['an error in JSON', { body: { error: 'no voice' } }, 'no voice'],
    [
      'a page',
      { body: '<html></html>', contentType: 'text/html' },
      'Invalid reply: expected sound, got text/html.',
    ],
    [
      'half a reply',
      { cut: 'in-body' as const },
      'The connection broke before the sound was complete',
    ],
  ])('ends with an error at %s', async (_name, behaviour, message) => {
    server.behave(() => behaviour);
    const error = await captureError(async () => {
      const { stream } = await openai.doStream({
        text: sayParts({ text: LONG }),
      });
      for await (const _ of stream);
    });

    expect(error).toMatchObject({ message: expect.stringContaining(message) });
  });

  it('ends when the server stops in the middle', async () => {
    server.behave(() => ({ hang: 'in-body' }));
    const error = await captureError(async () => {
      const { stream } = await openai.doStream({
        text: sayParts({ text: LONG }),
        providerOptions: { baseten: { timeoutSeconds: 1 } },
      });
      for await (const _ of stream);
    });

    expect(APICallError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      isRetryable: true,
      message: expect.stringMatching(/to go on within 1 s, got nothing/),
    });
  });

  it('hangs up when the reader goes away, and when it is aborted', async () => {
    server.behave(() => ({ hang: 'in-body' }));
    const { stream } = await openai.doStream({
      text: sayParts({ text: LONG }),
    });
    const reader = stream.getReader();
    while ((await reader.read()).value?.type !== 'audio');
    await reader.cancel();

    const controller = new AbortController();
    const aborted = await openai.doStream({
      text: sayParts({ text: LONG }),
      abortSignal: controller.signal,
    });
    const error = await captureError(async () => {
      for await (const part of aborted.stream) {
        if (part.type === 'audio') controller.abort(new Error('enough'));
      }
    });

    expect(error).toMatchObject({ message: 'enough' });
    await expect
      .poll(() => server.requests.map(request => request.aborted))
      .toEqual([true, true]);
  });
});
