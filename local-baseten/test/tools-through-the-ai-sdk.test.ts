import {
  generateText,
  stepCountIs,
  streamText,
  type ToolChoice,
  tool,
} from 'ai';
import { describe, expect, it } from 'vitest';
import { z } from 'zod/v4';
import { startModel, weather } from './start-model';

const convertFahrenheitToCelsius = tool({
  description: 'Convert a temperature from fahrenheit to celsius',
  inputSchema: z.object({ temperature: z.number() }),
  execute: ({ temperature }) => ({
    celsius: Math.round(((temperature - 32) * 5) / 9),
  }),
});

const TOOLS = { weather, convertFahrenheitToCelsius };

describe('a tool loop', () => {
  it('calls one tool for each of two cities, then quotes the results', async () => {
    const { model } = await startModel();
    const { text, steps, finishReason } = await generateText({
      model,
      tools: { weather },
      stopWhen: stepCountIs(5),
      prompt: 'What is the weather in Paris and in New York?',
    });
    expect(steps.map(step => step.toolCalls.map(({ input }) => input))).toEqual(
      [[{ location: 'Paris' }, { location: 'New York' }], []],
    );
    expect(finishReason).toBe('stop');
    expect(text).toContain('location Paris, temperature 72');
    expect(text).toContain('location New York, temperature 72');
  });

  it('goes on with a second tool and the first one’s result', async () => {
    const { model } = await startModel();
    const { text, steps } = await generateText({
      model,
      tools: { convertFahrenheitToCelsius, weather },
      stopWhen: stepCountIs(5),
      prompt:
        'What is the weather in Paris? Convert the temperature to celsius.',
    });
    const calls = steps.map(step =>
      step.toolCalls.map(({ toolName, input }) => ({ toolName, input })),
    );
    expect(calls.flat()).toContainEqual({
      toolName: 'weather',
      input: { location: 'Paris', unit: 'celsius' },
    });
    expect(steps).toHaveLength(3);
    expect(text).toContain('celsius 22');
  });

  it('is the same in a stream', async () => {
    const { model } = await startModel();
    const result = streamText({
      model,
      tools: { weather },
      stopWhen: stepCountIs(5),
      prompt: 'What is the weather in Paris?',
    });
    expect(await result.text).toContain('temperature 72');
    expect(await result.steps).toHaveLength(2);
  });

  it('quotes the error of a tool', async () => {
    const { model } = await startModel();
    const { text } = await generateText({
      model,
      tools: {
        weather: {
          ...weather,
          execute: () => {
            throw new Error('no satellite');
          },
        },
      },
      stopWhen: stepCountIs(5),
      prompt: 'What is the weather in Paris?',
    });
    expect(text).toContain('no satellite');
  });

  const call = async (prompt: string, toolChoice: ToolChoice<typeof TOOLS>) => {
    const { model } = await startModel();
    const { toolCalls } = await generateText({
      model,
      tools: TOOLS,
      toolChoice,
      prompt,
    });
    return toolCalls.map(({ toolName, input }) => ({ toolName, input }));
  };

  it('calls no tool that does not fit', async () => {
    expect(await call('Tell me a joke.', 'auto')).toEqual([]);
  });

  it('obeys the tool choice', async () => {
    const question = 'What is the weather in Paris?';
    expect(await call(question, 'none')).toEqual([]);
    expect(await call('Tell me a joke.', 'required')).toHaveLength(1);
    const toolName = 'convertFahrenheitToCelsius';
    expect(
      await call('20 degrees in Paris', { type: 'tool', toolName }),
    ).toEqual([{ toolName, input: { temperature: 20 } }]);
  });

  it('makes one call at a time when parallel calls are off', async () => {
    const { model } = await startModel();
    const { steps } = await generateText({
      model,
      tools: { weather },
      stopWhen: stepCountIs(5),
      prompt: 'What is the weather in Paris and in New York?',
      providerOptions: { local: { parallel_tool_calls: false } },
    });
    expect(steps.map(step => step.toolCalls.map(({ input }) => input))).toEqual(
      [[{ location: 'Paris' }], [{ location: 'New York' }], []],
    );
  });

  it('calls several tools together when asked to', async () => {
    const calls = await call(
      'Get the weather in Paris and convert 20 degrees fahrenheit to celsius in parallel.',
      'auto',
    );
    expect(calls.map(({ toolName }) => toolName).sort()).toEqual([
      'convertFahrenheitToCelsius',
      'weather',
    ]);
  });
});

describe('tool arguments', () => {
  it.each<[prompt: string, inputSchema: z.ZodType, expected: object]>([
    [
      'Book a flight from Paris to New York for 3 people',
      z.object({
        from: z.string(),
        to: z.string(),
        passengers: z.number(),
        date: z.string().optional(),
      }),
      { from: 'Paris', to: 'New York', passengers: 3 },
    ],
    [
      'Book 1,250.5 for "dinner with Ada" in category food',
      z.object({
        amount: z.number(),
        note: z.string(),
        category: z.enum(['travel', 'food']),
      }),
      { amount: 1250.5, note: 'dinner with Ada', category: 'food' },
    ],
    [
      'Book the numbers 4, 8 and 15',
      z.object({ values: z.array(z.number()) }),
      { values: [4, 8, 15] },
    ],
    [
      'Book 2 * (3 + 4)',
      z.object({ expression: z.string() }),
      { expression: '2 * (3 + 4)' },
    ],
    ['Book it', z.object({}), {}],
  ])('of %j hold what it says', async (prompt, inputSchema, expected) => {
    const { model } = await startModel();
    const { toolCalls } = await generateText({
      model,
      tools: { book: tool({ description: 'Book', inputSchema }) },
      prompt,
    });
    expect(toolCalls.map(({ input }) => input)).toEqual([expected]);
  });
});
