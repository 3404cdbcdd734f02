import { describe, expect, it } from 'vitest';
import { createBaseten } from '../../src';
import { runExchange } from '../../suites/replay/run-exchange';
import { PROMPT } from './support/ask';
import { eventStream, finish, toolCalls } from './support/chunks';

const encoder = new TextEncoder();

/** A model whose reply arrives in pieces of so many bytes. */
function modelOf(text: string, bytesPerPiece: number) {
  const bytes = encoder.encode(text);
  let place = 0;
  return createBaseten({
    apiKey: 'key',
    fetch: async () =>
      new Response(
        new ReadableStream(
          {
            pull(controller) {
              if (place >= bytes.length) return controller.close();
              const end = place + bytesPerPiece;
              controller.enqueue(bytes.subarray(place, end));
              place = end;
            },
          },
          { highWaterMark: 0 },
        ),
      ),
  })('zai-org/GLM-5.2');
}

describe('a whole reply that is too large', () => {
  it.each([200, 503])(
    'is read up to the limit with status %i, and not asked for again',
    async status => {
      const piece = new Uint8Array(4_000_000);
      let read = 0;
      let isCancelled = false;
      const endless = new ReadableStream(
        {
          pull: controller => {
            read += piece.length;
            controller.enqueue(piece);
          },
          cancel: () => {
            isCancelled = true;
          },
        },
        { highWaterMark: 0 },
      );
      const model = createBaseten({
        apiKey: 'key',
        fetch: async () => new Response(endless, { status }),
      })('zai-org/GLM-5.2');

      const { errors } = await runExchange(model, { prompt: PROMPT }, false);

      expect(errors).toMatchObject([
        {
          name: 'AI_APICallError',
          message: 'Expected a reply of at most 256 MB, got more.',
          statusCode: status,
          isRetryable: false,
        },
      ]);
      expect(read).toBe(260_000_000);
      expect(isCancelled).toBe(true);
    },
  );
});

// What takes more than linear time does not end within the test's.
describe('in linear time', () => {
  it.each([
    [4, 100],
    [16, 65_536],
    [50, 65_536],
  ])('an event of %i MB in pieces of %i bytes is read', async (size, piece) => {
    const content = 'x'.repeat(size * 1_000_000);
    const text = eventStream([
      { choices: [{ delta: { content } }] },
      finish('stop'),
      '[DONE]',
    ]);
    const outcome = await runExchange(
      modelOf(text, piece),
      { prompt: PROMPT },
      true,
    );

    expect(outcome.errors).toEqual([]);
    expect(outcome.text === content).toBe(true);
  });

  it.each(['functions.now:0', 'call-1'])(
    '16,000 calls with the id %s get ids of their own',
    async id => {
      const calls = Array.from({ length: 16_000 }, (_, index) =>
        toolCalls({
          index,
          id,
          function: { name: 'now', arguments: `{"n":${index}}` },
        }),
      );
      const { toolCalls: made, errors } = await runExchange(
        modelOf(eventStream([...calls, finish('tool_calls')]), 65_536),
        { prompt: PROMPT },
        true,
      );

      expect(errors).toEqual([]);
      expect(new Set(made.map(call => call.id)).size).toBe(16_000);
    },
  );

  it.each([0, undefined])(
    '16,000 calls with the index %s are told apart',
    async index => {
      const calls = Array.from({ length: 16_000 }, (_, number) =>
        toolCalls({
          index,
          function: { name: 'now', arguments: `{"n":${number}}` },
        }),
      );
      const { toolCalls: made } = await runExchange(
        modelOf(eventStream([...calls, finish('tool_calls')]), 65_536),
        { prompt: PROMPT },
        true,
      );

      expect(made.map(call => call.input)).toEqual(
        Array.from({ length: 16_000 }, (_, number) => `{"n":${number}}`),
      );
    },
  );

  it('arguments of 1 MB with the name on every delta are read', async () => {
    const input = JSON.stringify({ text: 'word { } [ '.repeat(100_000) });
    const deltas = (input.match(/.{1,20}/g) ?? []).map(piece =>
      toolCalls({
        index: 0,
        id: 'call-1',
        function: { name: 'write', arguments: piece },
      }),
    );
    const { toolCalls: made } = await runExchange(
      modelOf(eventStream([...deltas, finish('tool_calls')]), 65_536),
      { prompt: PROMPT },
      true,
    );

    expect(made).toEqual([{ id: 'call-1', name: 'write', input }]);
  });
});
