import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import {
  generateText,
  Output,
  stepCountIs,
  streamText,
  type ToolChoice,
  tool,
} from 'ai';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod/v4';
import { start } from './start';

async function startModel(modelId = 'moonshotai/Kimi-K2-Instruct-0905') {
  const server = await start();
  const provider = createOpenAICompatible({
    name: 'local',
    baseURL: server.baseURL,
    apiKey: server.apiKey,
    includeUsage: true,
    supportsStructuredOutputs: true,
  });
  return { server, model: provider(modelId) };
}

const weather = tool({
  description: 'Get the weather in a location',
  inputSchema: z.object({
    location: z.string(),
    unit: z.enum(['celsius', 'fahrenheit']).optional(),
  }),
  execute: ({ location }) => ({ location, temperature: 72 }),
});
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

describe('structured output', () => {
  it('is made of the words of the prompt', async () => {
    const { model } = await startModel();
    const { output } = await generateText({
      model,
      output: Output.object({
        schema: z.object({
          recipe: z.object({
            name: z.string(),
            ingredients: z.array(z.string()).min(3),
            steps: z.array(z.string()),
          }),
        }),
      }),
      prompt: 'Generate a lasagna recipe.',
    });
    expect(output.recipe.name).toBe('Lasagna Recipe');
    expect(new Set(output.recipe.ingredients).size).toBe(3);
  });

  it('comes after tool calls and holds their results', async () => {
    const { model } = await startModel();
    const { output, steps } = await generateText({
      model,
      tools: { weather },
      stopWhen: stepCountIs(5),
      output: Output.object({
        schema: z.object({ location: z.string(), temperature: z.number() }),
      }),
      prompt: 'What is the weather in Paris?',
    });
    expect(output).toEqual({ location: 'Paris', temperature: 72 });
    expect(steps).toHaveLength(2);
  });

  it('chooses what the prompt names', async () => {
    const { model } = await startModel();
    const { output } = await generateText({
      model,
      output: Output.choice({ options: ['sunny', 'rainy', 'snowy'] }),
      prompt: 'Is it rainy in Bergen?',
    });
    expect(output).toBe('rainy');
  });

  it('is an object when any JSON will do', async () => {
    const { model } = await startModel();
    const { output } = await generateText({
      model,
      output: Output.json(),
      prompt: 'Describe lasagna as JSON.',
    });
    expect(Object.keys(Object(output)).length).toBeGreaterThan(0);
  });

  it('fits any schema', async () => {
    const { model } = await startModel();
    const leaf = fc.oneof(
      fc.constant(z.string()),
      fc.constant(z.email()),
      fc.constant(z.url()),
      fc.constant(z.uuid()),
      fc.constant(z.iso.datetime()),
      fc.constant(z.iso.date()),
      fc.constant(z.string().min(30).max(40)),
      fc.constant(z.string().max(3)),
      fc.constant(z.string().regex(/^[A-Z]{3}$/)),
      fc.constant(z.int()),
      fc.constant(z.number().gt(2).lt(3)),
      fc.constant(z.number().multipleOf(5).min(7)),
      fc.constant(z.int().positive().max(5)),
      fc.constant(z.int().negative()),
      fc.constant(z.boolean()),
      fc.constant(z.null()),
      fc.constant(z.enum(['a', 'b'])),
      fc.constant(z.literal(7)),
    );
    const { schema } = fc.letrec<{ schema: z.ZodType; leaf: z.ZodType }>(
      tie => ({
        leaf,
        schema: fc.oneof(
          { maxDepth: 4, withCrossShrink: true },
          tie('leaf'),
          tie('schema').map(inner => z.array(inner).min(1).max(4)),
          tie('schema').map(inner => inner.nullable()),
          fc
            .tuple(tie('schema'), tie('schema'))
            .map(([one, other]) => z.union([one, other])),
          fc
            .tuple(tie('schema'), tie('schema'))
            .map(([one, other]) => z.tuple([one, other])),
          fc
            .dictionary(
              fc.constantFrom('name', 'city', 'description', 'id', 'x y'),
              tie('schema'),
            )
            .map(shape => z.object(shape)),
          tie('schema').map(inner => z.record(z.string(), inner)),
          tie('schema').map(inner => z.object({ a: inner.optional() })),
        ),
      }),
    );
    await fc.assert(
      fc.asyncProperty(schema, fc.string(), async (value, prompt) => {
        const wrapped = z.object({ value });
        const { output } = await generateText({
          model,
          output: Output.object({ schema: wrapped }),
          prompt: `Paris 12 ${prompt}`,
          maxRetries: 0,
        });
        wrapped.parse(output);
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  it('comes to an end with a schema that contains itself', async () => {
    const { model } = await startModel();
    const node = z.object({
      name: z.string(),
      get children() {
        return z.array(node);
      },
      get next() {
        return node.nullable();
      },
    });
    const { output } = await generateText({
      model,
      output: Output.object({ schema: node }),
      prompt: 'A tree of 2 levels',
    });
    expect(node.parse(output)).toEqual(output);
  });
});
