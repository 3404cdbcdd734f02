import { generateText, stepCountIs, streamText, tool } from 'ai';
import { describe, expect, it } from 'vitest';
import { z } from 'zod/v4';
import type { ChatQuirk } from '../../local-baseten';
import { createBaseten } from '../../src';
import { useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();
const { apiKey, baseURL } = server;
const model = createBaseten({ apiKey, baseURL })(
  'deepseek-ai/DeepSeek-V4-Pro-0813',
);

const tools = {
  weather: tool({
    description: 'The weather in a city.',
    inputSchema: z.object({ city: z.string() }),
    execute: async ({ city }) => {
      if (city === 'Tokyo') throw new Error('no station in Tokyo');
      return { city, temperature: 21 };
    },
  }),
  square_root: tool({
    description: 'The square root of a number.',
    inputSchema: z.object({ number: z.number() }),
    execute: async ({ number }) => Math.sqrt(number),
  }),
};

const ways = {
  generateText: async (prompt: string) =>
    await generateText({ model, tools, prompt, stopWhen: stepCountIs(5) }),
  streamText: async (prompt: string) => {
    const result = streamText({
      model,
      tools,
      prompt,
      stopWhen: stepCountIs(5),
    });
    await result.consumeStream();
    return { text: await result.text, steps: await result.steps };
  },
};

/** Faults that a loop must survive; the local Baseten combines them. */
const QUIRKS: ChatQuirk[][] = [
  [],
  ['new-tool-call-id-per-delta'],
  ['shared-tool-call-id'],
  ['functions-tool-call-id'],
  ['name-in-pieces', 'null-and-empty-names'],
  ['name-repeated', 'new-tool-call-id-per-delta'],
  ['whole-tool-call-delta', 'verbose-delta'],
  ['no-finish-reason', 'usage-as-strings'],
  ['no-done', 'no-usage-chunk', 'content-with-finish-reason'],
  ['reasoning-twice', 'zero-reasoning-tokens', 'null-usage-details'],
];

describe.each(Object.entries(ways))('a loop of %s', (_name, run) => {
  describe.each(QUIRKS.map(quirks => ({ quirks })))(
    'with $quirks',
    ({ quirks }) => {
      it('takes two steps with parallel calls, one of which fails', async () => {
        server.behave(() => ({ quirks }));
        const { text, steps } = await run(
          'What is the weather in Paris and Tokyo?',
        );

        expect(steps).toHaveLength(2);
        const [first] = steps;
        expect(first?.toolCalls.map(({ input }) => input)).toEqual([
          { city: 'Paris' },
          { city: 'Tokyo' },
        ]);
        const ids = first?.toolCalls.map(({ toolCallId }) => toolCallId);
        expect(new Set(ids).size).toBe(2);
        expect(
          first?.content.flatMap(part =>
            part.type === 'tool-result' || part.type === 'tool-error'
              ? [part.type]
              : [],
          ),
        ).toEqual(expect.arrayContaining(['tool-result', 'tool-error']));
        expect(steps.map(({ finishReason }) => finishReason)).toEqual([
          'tool-calls',
          'stop',
        ]);
        expect(text).toContain('21');

        expect(server.requests[1]?.body).toMatchObject({
          messages: [
            { role: 'user' },
            {
              role: 'assistant',
              reasoning_content: first?.reasoningText,
              tool_calls: ids?.map(id => ({ id, type: 'function' })),
            },
            ...[0, 1].map(() => ({ role: 'tool' })),
          ],
        });
        expect(server.requests[1]?.body).toMatchObject({
          messages: expect.arrayContaining([
            expect.objectContaining({
              tool_call_id: ids?.[0],
              content: expect.stringContaining('21'),
            }),
            expect.objectContaining({
              tool_call_id: ids?.[1],
              content: expect.stringContaining('no station in Tokyo'),
            }),
          ]),
        });
      });

      it('takes three steps with reasoning in between', async () => {
        server.behave(() => ({ quirks }));
        const { text, steps } = await run(
          'What is the square root of 16? What is the weather in Paris?',
        );

        expect(
          steps.map(step => step.toolCalls.map(({ toolName }) => toolName)),
        ).toEqual([['square_root'], ['weather'], []]);
        const ids = steps.flatMap(step =>
          step.toolCalls.map(({ toolCallId }) => toolCallId),
        );
        expect(new Set(ids).size).toBe(2);
        expect(text).not.toBe('');

        for (const { reasoningText } of steps)
          expect(reasoningText).toMatch(/./);
        expect(server.requests[2]?.body).toMatchObject({
          messages: [
            { role: 'user' },
            { role: 'assistant', reasoning_content: steps[0]?.reasoningText },
            { role: 'tool', tool_call_id: ids[0] },
            { role: 'assistant', reasoning_content: steps[1]?.reasoningText },
            { role: 'tool', tool_call_id: ids[1] },
          ],
        });
      });
    },
  );
});
