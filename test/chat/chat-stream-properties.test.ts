import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBaseten } from '../../src';
import { runExchange } from '../../suites/replay/run-exchange';
import { useLocalBaseten } from '../support/use-local-baseten';
import { arbitraryStream } from './support/arbitrary-stream';
import { ask, PROMPT } from './support/ask';
import { chunk, eventStream, finish, toolCalls } from './support/chunks';

const server = await useLocalBaseten();
const encoder = new TextEncoder();

/** A model whose every reply is a body of the given pieces. */
function modelOf(pieces: readonly Uint8Array[]) {
  return createBaseten({
    apiKey: 'key',
    fetch: async () =>
      new Response(
        new ReadableStream({
          start(controller) {
            for (const piece of pieces) controller.enqueue(piece);
            controller.close();
          },
        }),
        { headers: { 'content-type': 'text/event-stream' } },
      ),
  })('zai-org/GLM-5.2');
}

async function partsOf(
  pieces: readonly Uint8Array[],
): Promise<LanguageModelV4StreamPart[]> {
  const { stream } = await modelOf(pieces).doStream({ prompt: PROMPT });
  const parts: LanguageModelV4StreamPart[] = [];
  for await (const part of stream) parts.push(part);
  return parts;
}

function cut(bytes: Uint8Array, offsets: readonly number[]): Uint8Array[] {
  const places = [...new Set([0, ...offsets, bytes.length])].sort(
    (one, other) => one - other,
  );
  return places.slice(1).map((end, at) => bytes.slice(places[at], end));
}

const cuts = fc.array(fc.nat(5000), { maxLength: 40 });

describe('any answer in any form', () => {
  it('is read right', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryStream,
        cuts,
        async ({ text, said }, places) => {
          const bytes = encoder.encode(text);
          const inside = places.filter(place => place < bytes.length);
          const outcome = await runExchange(
            modelOf(cut(bytes, inside)),
            { prompt: PROMPT },
            true,
          );

          expect(outcome).toMatchObject({
            text: said.text,
            reasoning: said.reasoning,
            toolCalls: said.toolCalls,
            finishReason: { unified: said.unified, raw: said.raw },
            errors: [],
          });
          const ids = outcome.toolCalls.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gives the same when it arrives in other pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryStream.filter(({ text }) => !text.includes('functions.call')),
        cuts,
        async ({ text }, places) => {
          const bytes = encoder.encode(text);
          const inside = places.filter(place => place < bytes.length);

          expect(await partsOf(cut(bytes, inside))).toEqual(
            await partsOf([bytes]),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is read right over a socket', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryStream,
        fc.nat(),
        async ({ text, said }, seed) => {
          const outcome = await ask(server, {
            stream: true,
            behaviour: { stream: { events: text, splitAt: 'random', seed } },
          });

          expect(outcome).toMatchObject({
            text: said.text,
            toolCalls: said.toolCalls,
            errors: [],
          });
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('a stream that is cut', () => {
  const before = eventStream([
    chunk({ reasoning_content: 'Hm… 🤔' }),
    chunk({ content: 'Grüße 🌍' }),
    toolCalls({ index: 0, id: 'call-1', function: { name: 'weather' } }),
    toolCalls({ index: 0, function: { arguments: '{"city":"Zürich"}' } }),
  ]);
  const finishing = eventStream([finish('tool_calls')]);
  const text = `${before}${finishing}${eventStream([
    { ...chunk({}), choices: [], usage: { prompt_tokens: 5 } },
    '[DONE]',
  ])}`;
  const bytes = encoder.encode(text);
  // The event is whole without its two line ends.
  const finished = encoder.encode(before + finishing).length - 2;
  const lengths = Array.from(bytes, (_, length) => length);

  it('at any byte ends in an error or in the same finish', async () => {
    for (const length of lengths) {
      const outcome = await runExchange(
        modelOf([bytes.slice(0, length)]),
        { prompt: PROMPT },
        true,
      );

      expect({ length, ...outcome }).toMatchObject(
        length >= finished
          ? {
              finishReason: { unified: 'tool-calls', raw: 'tool_calls' },
              text: 'Grüße 🌍',
              toolCalls: [{ id: 'call-1', input: '{"city":"Zürich"}' }],
              errors: [],
            }
          : {
              finishReason: { unified: 'error' },
              toolCalls: [],
              errors: [{ name: 'AI_APICallError' }],
            },
      );
    }
  });

  it('at any byte of the connection ends in an error or in the same finish', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length),
        fc.constantFrom('end' as const, 'destroy' as const),
        async (cutAfterBytes, cutBy) => {
          const outcome = await ask(server, {
            stream: true,
            behaviour: { stream: { events: text, cutAfterBytes, cutBy } },
          });

          expect(outcome.finishReason?.unified).toBe(
            cutAfterBytes >= finished ? 'tool-calls' : 'error',
          );
          expect(outcome.errors).toHaveLength(
            cutAfterBytes >= finished ? 0 : 1,
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});
