import { generateText, Output, stepCountIs, streamText, tool } from 'ai';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod/v4';
import { createBaseten } from '../../src';
import { captureError } from '../support/capture-error';
import { useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();
const { apiKey, baseURL, modelURL } = server;

const models = [
  {
    name: 'Model APIs',
    model: createBaseten({ apiKey, baseURL })('openai/gpt-oss-120b'),
  },
  {
    name: 'a deployment',
    model: createBaseten({ apiKey, modelURL: `${modelURL}/v1` })(),
  },
];

const body = () => server.requests[0]?.body;

describe.each(models)('chat on $name', ({ model }) => {
  const prompt = 'Say "good morning" to me.';

  it('generates text', async () => {
    const { text, finishReason, usage, response } = await generateText({
      model,
      prompt,
    });

    expect(text).toBe('good morning');
    expect(finishReason).toBe('stop');
    expect(usage.inputTokens).toBeGreaterThan(0);
    expect(usage.outputTokens).toBeGreaterThan(0);
    expect(response.headers).toHaveProperty('x-baseten-accepted-at');
  });

  it('streams text with its usage', async () => {
    const { textStream, usage, finishReason } = streamText({ model, prompt });
    let text = '';
    for await (const part of textStream) text += part;

    expect(text).toBe('good morning');
    expect(await finishReason).toBe('stop');
    expect((await usage).inputTokens).toBeGreaterThan(0);
    expect((await usage).outputTokens).toBeGreaterThan(0);
    expect(body()).toMatchObject({
      stream: true,
      stream_options: { include_usage: true },
    });
  });

  it('counts the same whether it streams or not', async () => {
    const generated = await generateText({ model, prompt });
    const streamed = streamText({ model, prompt });
    await streamed.consumeStream();
    const { raw: _raw, ...usage } = await streamed.usage;

    expect(generated.usage).toMatchObject(usage);
  });

  it('sends the schema of structured output as such', async () => {
    const { output } = await generateText({
      model,
      prompt: 'Invent a person.',
      output: Output.object({
        schema: z.object({ name: z.string(), age: z.number() }),
      }),
    });

    expect(output).toEqual({
      name: expect.any(String),
      age: expect.any(Number),
    });
    expect(body()).toMatchObject({
      response_format: {
        type: 'json_schema',
        json_schema: {
          name: expect.stringMatching(/./),
          schema: {
            type: 'object',
            properties: { name: { type: 'string' }, age: { type: 'number' } },
            required: ['name', 'age'],
          },
        },
      },
    });
  });

  it('calls tools and goes on with their results', async () => {
    const inputs: unknown[] = [];
    const { text, steps } = await generateText({
      model,
      prompt: 'What is the weather in Paris?',
      stopWhen: stepCountIs(3),
      tools: {
        weather: tool({
          description: 'The weather in a city.',
          inputSchema: z.object({ city: z.string() }),
          execute: async input => {
            inputs.push(input);
            return { temperature: 21 };
          },
        }),
      },
    });

    expect(inputs).toEqual([{ city: 'Paris' }]);
    expect(steps.map(({ finishReason }) => finishReason)).toEqual([
      'tool-calls',
      'stop',
    ]);
    expect(text).toContain('21');
    expect(body()).toMatchObject({
      tools: [{ type: 'function', function: { name: 'weather' } }],
    });
  });

  it('streams tool calls', async () => {
    const { toolCalls } = streamText({
      model,
      prompt: 'What is the weather in Paris?',
      tools: {
        weather: tool({ inputSchema: z.object({ city: z.string() }) }),
      },
    });

    expect(await toolCalls).toMatchObject([
      { toolName: 'weather', input: { city: 'Paris' } },
    ]);
  });

  it('sends its settings', async () => {
    await generateText({
      model,
      prompt,
      maxOutputTokens: 100,
      temperature: 0.5,
      topP: 0.9,
      seed: 7,
      stopSequences: ['END'],
    });

    expect(body()).toMatchObject({
      max_tokens: 100,
      temperature: 0.5,
      top_p: 0.9,
      seed: 7,
      stop: ['END'],
    });
  });

  it('ends its request when it is aborted', async () => {
    server.behave(() => ({ hang: true }));
    const controller = new AbortController();
    const error = captureError(() =>
      generateText({ model, prompt, abortSignal: controller.signal }),
    );
    await vi.waitFor(() => expect(server.requests).toHaveLength(1));
    controller.abort();

    expect(await error).toHaveProperty('name', 'AbortError');
    await vi.waitFor(() =>
      expect(server.requests).toMatchObject([{ aborted: true }]),
    );
  });

  it('ends at the limit of its output', async () => {
    const { finishReason } = await generateText({
      model,
      prompt: 'Count to 500.',
      maxOutputTokens: 20,
    });

    expect(finishReason).toBe('length');
  });
});

describe('reasoning', () => {
  const model = createBaseten({ apiKey, baseURL })('openai/gpt-oss-120b');
  const prompt = 'What is the meaning of life?';

  it('is given beside the text', async () => {
    const { text, reasoningText } = await generateText({ model, prompt });

    expect(text).toContain('The meaning of life');
    expect(reasoningText).toContain('The user wants to know');
    expect(text).not.toContain('The user wants to know');
  });

  it('is streamed before the text', async () => {
    const kinds: string[] = [];
    for await (const { type } of streamText({ model, prompt }).stream) {
      if (type.endsWith('-delta') && kinds.at(-1) !== type) kinds.push(type);
    }

    expect(kinds).toEqual(['reasoning-delta', 'text-delta']);
  });
});

describe('images', () => {
  const model = createBaseten({ apiKey, baseURL })('moonshotai/Kimi-K3');
  const ask = (data: string) =>
    generateText({
      model,
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'What is this?' },
            { type: 'file', data, mediaType: 'image/png' },
          ],
        },
      ],
    });

  it('are sent as data', async () => {
    const { text } = await ask('iVBORw0KGgo=');

    expect(text).toContain('an image of type image/png with 8 bytes');
    expect(body()).toMatchObject({
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'What is this?' },
            {
              type: 'image_url',
              image_url: { url: 'data:image/png;base64,iVBORw0KGgo=' },
            },
          ],
        },
      ],
    });
  });
});
