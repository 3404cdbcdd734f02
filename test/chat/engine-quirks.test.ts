import { describe, expect, it } from 'vitest';
import type { Behaviour, ChatQuirk } from '../../local-baseten';
import { createBaseten } from '../../src';
import { toLanguageModelV2 } from '../../src/adapters/to-language-model-v2';
import { toLanguageModelV3 } from '../../src/adapters/to-language-model-v3';
import { type Outcome, runExchange } from '../../suites/replay/run-exchange';
import { useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();
const { apiKey, baseURL } = server;
const model = createBaseten({ apiKey, baseURL })('openai/gpt-oss-120b');

const WEATHER = 'What is the weather in Paris and Tokyo?';
const tools = [
  {
    type: 'function' as const,
    name: 'get_weather',
    description: 'Weather of a city',
    inputSchema: {
      type: 'object' as const,
      properties: { city: { type: 'string' as const } },
      required: ['city'],
    },
  },
  {
    type: 'function' as const,
    name: 'get_time',
    description: 'The current time',
    inputSchema: { type: 'object' as const, properties: {} },
  },
];

async function ask(
  text: string,
  stream: boolean,
  quirks: ChatQuirk[],
  behaviour: Behaviour = {},
): Promise<Outcome> {
  server.behave(() => ({ ...behaviour, quirks }));
  return await runExchange(
    model,
    {
      prompt: [{ role: 'user', content: [{ type: 'text', text }] }],
      tools: text === COUNT ? undefined : tools,
    },
    stream,
  );
}

const COUNT = 'Count from 1 to 5';
/** What it answers without a quirk. */
const usual = await ask(COUNT, false, []);

const WAYS = [
  { way: 'streamed', stream: true },
  { way: 'whole', stream: false },
];

/** Quirks of tool calls, alone and together. */
const TOOL_CALL_QUIRKS: ChatQuirk[][] = [
  ['index-zero'],
  ['index-zero', 'whole-tool-call-delta'],
  ['index-zero', 'no-tool-call-id'],
  ['index-zero', 'name-repeated'],
  ['index-zero', 'new-tool-call-id-per-delta'],
  ['index-zero', 'shared-tool-call-id'],
  ['no-tool-call-id'],
  ['tool-call-sent-again'],
  ['tool-call-sent-again', 'no-tool-call-id'],
  ['tool-call-sent-again', 'index-zero'],
  ['tool-call-sent-again', 'new-tool-call-id-per-delta'],
  ['object-arguments'],
  ['object-arguments', 'index-zero', 'no-tool-call-id'],
  ['channel-marker-in-name'],
  ['channel-marker-in-name', 'name-repeated', 'index-zero'],
  ['empty-finish-reason'],
  ['extra-content', 'index-zero'],
  ['message-for-delta', 'keep-alives', 'null-choices'],
];

describe.each(WAYS)('two calls, $way', ({ stream }) => {
  it.each(TOOL_CALL_QUIRKS.map(quirks => ({ quirks })))(
    'come out as these with $quirks',
    async ({ quirks }) => {
      const { toolCalls, errors, finishReason } = await ask(
        WEATHER,
        stream,
        quirks,
      );

      expect(errors).toEqual([]);
      expect(toolCalls).toMatchObject([
        { name: 'get_weather', input: '{"city":"Paris"}' },
        { name: 'get_weather', input: '{"city":"Tokyo"}' },
      ]);
      expect(new Set(toolCalls.map(({ id }) => id)).size).toBe(2);
      expect(finishReason?.unified).toBe('tool-calls');
    },
  );

  it.each(['finish-abort', 'finish-error'] as const)(
    'are held back with %s, an error that can be retried',
    async quirk => {
      const { toolCalls, errors, finishReason } = await ask(WEATHER, stream, [
        quirk,
      ]);
      const raw = quirk.replace('finish-', '');

      expect(toolCalls).toEqual([]);
      expect(errors).toMatchObject([
        {
          name: 'AI_APICallError',
          message: `The server gave up before the reply was complete: its finish reason is "${raw}".`,
          isRetryable: true,
        },
      ]);
      if (stream) expect(finishReason).toEqual({ unified: 'error', raw });
    },
  );
});

const TIME_AND_WEATHER =
  'In parallel: what is the current time, and what is the weather in Paris?';

describe.each(WAYS)('calls without arguments, $way', ({ stream }) => {
  it.each<{ quirks: ChatQuirk[] }>([
    { quirks: [] },
    { quirks: ['index-zero'] },
    { quirks: ['index-zero', 'no-tool-call-id'] },
    { quirks: ['index-zero', 'shared-tool-call-id'] },
    { quirks: ['index-zero', 'whole-tool-call-delta'] },
  ])('are made, beside others, with $quirks', async ({ quirks }) => {
    const { toolCalls, errors } = await ask(TIME_AND_WEATHER, stream, [
      'empty-arguments',
      'whole-tool-call-delta',
      ...quirks,
    ]);

    expect(errors).toEqual([]);
    expect(toolCalls).toHaveLength(2);
    expect(toolCalls).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ name: 'get_time', input: '{}' }),
        expect.objectContaining({
          name: 'get_weather',
          input: '{"city":"Paris"}',
        }),
      ]),
    );
  });

  it.each<{ quirks: ChatQuirk[] }>([
    { quirks: [] },
    { quirks: ['index-zero'] },
    // Without an id too, two of these look like one with its name said twice.
    { quirks: ['index-zero', 'whole-tool-call-delta'] },
  ])('of the same tool are two with $quirks', async ({ quirks }) => {
    const { toolCalls, errors } = await ask(WEATHER, stream, [
      'without-arguments',
      ...quirks,
    ]);

    expect(errors).toEqual([]);
    expect(toolCalls).toMatchObject([
      { name: 'get_weather', input: '{}' },
      { name: 'get_weather', input: '{}' },
    ]);
  });
});

describe.each([
  ['ai-sdk-6', toLanguageModelV3(model)],
  ['ai-sdk-5', toLanguageModelV2(toLanguageModelV3(model))],
] as const)('two calls by the entry %s', (_entry, adapted) => {
  const prompt = [
    {
      role: 'user' as const,
      content: [{ type: 'text' as const, text: WEATHER }],
    },
  ];

  it.each(TOOL_CALL_QUIRKS.map(quirks => ({ quirks })))(
    'come out as these with $quirks, streamed and whole',
    async ({ quirks }) => {
      server.behave(() => ({ quirks }));
      const { content } = await adapted.doGenerate({ prompt, tools });
      const { stream } = await adapted.doStream({ prompt, tools });
      const parts: { type: string }[] = [];
      for await (const part of stream) parts.push(part);

      for (const made of [content, parts]) {
        expect(made.filter(({ type }) => type === 'tool-call')).toMatchObject([
          { toolName: 'get_weather', input: '{"city":"Paris"}' },
          { toolName: 'get_weather', input: '{"city":"Tokyo"}' },
        ]);
      }
      expect(parts.filter(({ type }) => type === 'error')).toEqual([]);
    },
  );
});

describe.each(WAYS)('an answer, $way', ({ stream }) => {
  it.each([
    'empty-finish-reason',
    'null-choices',
    'no-choices',
    'message-for-delta',
    'reasoning-beside-empty',
    'keep-alives',
  ] as const)('is read the same with %s', async quirk => {
    const { text, reasoning, errors, finishReason, usage } = await ask(
      COUNT,
      stream,
      [quirk],
    );

    expect({ text, reasoning, errors }).toEqual({
      text: usual.text,
      reasoning: usual.reasoning,
      errors: [],
    });
    expect(finishReason?.unified).toBe('stop');
    expect(usage?.outputTokens).toEqual(usual.usage?.outputTokens);
  });

  it('counts reasoning tokens at the top of the usage', async () => {
    const { usage } = await ask(COUNT, stream, ['reasoning-tokens-at-top']);

    expect(usage?.outputTokens).toEqual(usual.usage?.outputTokens);
    expect(usage?.outputTokens.reasoning).toBeGreaterThan(0);
  });

  it('ends by its length when the context is full', async () => {
    const { finishReason } = await ask(COUNT, stream, [
      'context-window-exceeded',
    ]);

    expect(finishReason).toEqual({
      unified: 'length',
      raw: 'model_context_window_exceeded',
    });
  });

  it.each(['error-beside-choices', 'error-in-choice'] as const)(
    'is an error with %s',
    async quirk => {
      const { errors } = await ask(COUNT, stream, [quirk]);

      expect(errors).toMatchObject([
        { name: 'AI_APICallError', message: 'out of memory' },
      ]);
    },
  );
});

describe('a stream', () => {
  it.each([
    ['stray-json', 'gone'],
    ['stray-html', '502 Bad Gateway'],
    ['stray-text', 'upstream connect error'],
  ] as const)('is an error with %s before [DONE]', async (quirk, message) => {
    for (const text of [COUNT, WEATHER]) {
      const outcome = await ask(text, true, [quirk]);

      expect(outcome.toolCalls).toEqual([]);
      expect(outcome.finishReason?.unified).toBe('error');
      expect(outcome.errors).toMatchObject([
        { name: 'AI_APICallError', message },
      ]);
    }
  });

  it('is an error when it is overloaded, to be retried', async () => {
    const { errors } = await ask(WEATHER, true, ['overloaded-in-stream']);

    expect(errors).toMatchObject([
      { message: 'Overloaded', statusCode: undefined, isRetryable: true },
    ]);
  });

  it('ends at [DONE], though the connection stays open', async () => {
    const { toolCalls, errors } = await ask(WEATHER, true, [], {
      hang: 'after-body',
    });

    expect(toolCalls).toHaveLength(2);
    expect(errors).toEqual([]);
    await expect.poll(() => server.requests[0]?.aborted).toBe(true);
  });
});
