import {
  generateObject,
  generateText,
  Output,
  streamObject,
  streamText,
  tool,
} from 'ai';
import { describe, expect, it } from 'vitest';
import { z } from 'zod/v4';
import { createBaseten } from '../../src';
import { useLocalBaseten } from '../support/use-local-baseten';

// The AI SDK prints what it warns of, which is expected here.
globalThis.AI_SDK_LOG_WARNINGS = false;

const server = await useLocalBaseten();
const { apiKey, baseURL } = server;
const model = createBaseten({ apiKey, baseURL })('openai/gpt-oss-120b');

const schema = z.object({ name: z.string(), age: z.number() });
const prompt = 'Invent a person.';
const PERSON = { name: expect.any(String), age: expect.any(Number) };
const tools = {
  weather: tool({ inputSchema: z.object({ city: z.string() }) }),
};

const ways: Record<string, (name?: string) => PromiseLike<unknown>> = {
  generateObject: async schemaName => {
    const { object } = await generateObject({
      model,
      schema,
      schemaName,
      prompt,
    });
    return object;
  },
  streamObject: async schemaName => {
    const result = streamObject({ model, schema, schemaName, prompt });
    for await (const partial of result.partialObjectStream) {
      expect(partial).toBeTypeOf('object');
    }
    return await result.object;
  },
  'generateText with Output.object': async name => {
    const output = Output.object({ schema, name });
    return (await generateText({ model, prompt, output })).output;
  },
  'streamText with Output.object': name => {
    const output = Output.object({ schema, name });
    return streamText({ model, prompt, output }).output;
  },
  'generateText with Output.object and tools': async name => {
    const output = Output.object({ schema, name });
    return (await generateText({ model, prompt, output, tools })).output;
  },
  'streamText with Output.object and tools': name => {
    const output = Output.object({ schema, name });
    return streamText({ model, prompt, output, tools }).output;
  },
};

describe.each(Object.entries(ways))('%s', (way, run) => {
  it.each([
    [undefined, 'response'],
    ['', 'response'],
    ['person', 'person'],
  ])('named %j sends the schema as %s', async (name, expected) => {
    expect(await run(name)).toEqual(PERSON);
    expect(server.requests).toMatchObject([
      {
        body: {
          response_format: {
            type: 'json_schema',
            json_schema: {
              name: expected,
              strict: true,
              schema: {
                type: 'object',
                properties: {
                  name: { type: 'string' },
                  age: { type: 'number' },
                },
                required: ['name', 'age'],
                additionalProperties: false,
              },
            },
          },
          ...(way.includes('tools') && {
            tools: [{ function: { name: 'weather' } }],
          }),
        },
      },
    ]);
  });
});

it('may be told not to be strict', async () => {
  await generateObject({
    model,
    schema,
    prompt,
    providerOptions: { baseten: { strictJsonSchema: false } },
  });

  expect(server.requests).toMatchObject([
    { body: { response_format: { json_schema: { strict: false } } } },
  ]);
});

it('asks for JSON alone without a schema', async () => {
  await generateObject({ model, output: 'no-schema', prompt });

  expect(server.requests).toMatchObject([
    { body: { response_format: { type: 'json_object' } } },
  ]);
});

it('is read from a stream that ends without a finish reason', async () => {
  server.behave(() => ({ quirks: ['no-finish-reason'] }));
  const result = streamText({
    model,
    prompt,
    output: Output.object({ schema }),
  });

  expect(await result.output).toEqual(PERSON);
  expect(await result.finishReason).toBe('stop');
  expect(await result.rawFinishReason).toBeUndefined();
});
