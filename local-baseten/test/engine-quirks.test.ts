import { describe, expect, it } from 'vitest';
import type { ChatQuirk } from '..';
import { send } from './send';
import { start } from './start';

const COUNT = { messages: [{ role: 'user', content: 'Count from 1 to 5' }] };
const WEATHER = {
  messages: [
    {
      role: 'user',
      content:
        'In parallel: what is the current time, and what is the weather in Paris?',
    },
  ],
  tools: ['get_time', 'get_weather'].map(name => ({
    type: 'function',
    function: {
      name,
      description: name === 'get_time' ? 'The current time' : 'Weather',
      parameters:
        name === 'get_time'
          ? { type: 'object', properties: {} }
          : {
              type: 'object',
              properties: { city: { type: 'string' } },
              required: ['city'],
            },
    },
  })),
};

async function ask(body: object, stream: boolean, quirks: ChatQuirk[]) {
  const server = await start();
  server.behave(() => ({ quirks }));
  const { status, text } = await send('1.1', server, '/v1/chat/completions', {
    body: { model: 'openai/gpt-oss-120b', stream, ...body },
  });
  return { status, text };
}

const BOTH = [true, false];

/** What is in an answer by a quirk alone. */
const MARKS: Array<
  [quirk: ChatQuirk, body: object, streamed: boolean[], mark: RegExp]
> = [
  // In a stream it takes a whole call in one delta.
  ['empty-arguments', WEATHER, [false], /"arguments":""\}/],
  ['without-arguments', WEATHER, [false], /"arguments":""\}/],
  [
    'tool-call-sent-again',
    WEATHER,
    [true],
    /"delta":\{"tool_calls":.*\\"Paris\\".*"finish_reason"/,
  ],
  ['object-arguments', WEATHER, BOTH, /"arguments":\{"city":"Paris"\}/],
  ['channel-marker-in-name', WEATHER, BOTH, /<\|channel\|>commentary/],
  ['extra-content', WEATHER, BOTH, /thought_signature/],
  ['empty-finish-reason', COUNT, BOTH, /"finish_reason":""/],
  ['finish-abort', COUNT, BOTH, /"finish_reason":"abort"/],
  ['finish-error', COUNT, BOTH, /"finish_reason":"error"/],
  ['context-window-exceeded', COUNT, BOTH, /"model_context_window_exceeded"/],
  ['null-choices', COUNT, [true], /"choices":null/],
  ['no-choices', COUNT, [true], /data: (?!.*"choices").*"usage"/],
  ['message-for-delta', COUNT, [true], /"message":\{/],
  [
    'reasoning-beside-empty',
    COUNT,
    BOTH,
    /"reasoning_content":"","reasoning":"[^"]/,
  ],
  ['fused-thinking', COUNT, BOTH, /<think>/],
  ['second-choice', COUNT, BOTH, /"index":1/],
  ['logprobs', COUNT, BOTH, /"logprob":-0.25/],
  [
    'reasoning-tokens-at-top',
    COUNT,
    BOTH,
    /"prompt_tokens_details":\{[^{}]*\},"reasoning_tokens"/,
  ],
  ['error-beside-choices', COUNT, BOTH, /"error":\{"message":"out of memory"/],
  ['error-in-choice', COUNT, BOTH, /"error":\{"message":"out of memory"\}\}\]/],
  ['keep-alives', COUNT, [true], /: keep-alive\n\ndata:\n\ndata: \{\}\n\n/],
  ['overloaded-in-stream', COUNT, [true], /overloaded_error/],
  ['half-call-then-done', WEATHER, [true], /"tool_calls".*\n\ndata: \[DONE\]/],
  ['stray-json', COUNT, [true], /\n\n\{"error":/],
  ['stray-html', COUNT, [true], /\n\n<html>/],
  ['stray-text', COUNT, [true], /\n\nupstream connect error\n/],
];

describe('an answer', () => {
  it.each(
    MARKS.flatMap(([quirk, body, streamed, mark]) =>
      streamed.map(stream => ({ quirk, body, stream, mark })),
    ),
  )('with $quirk shows it, streamed: $stream', async row => {
    const { quirk, body, stream, mark } = row;

    expect((await ask(body, stream, [])).text).not.toMatch(mark);
    expect((await ask(body, stream, [quirk])).text).toMatch(mark);
  });

  it.each<[ChatQuirk, boolean, RegExp]>([
    ['no-tool-call-id', true, /"id":"chatcmpl-tool/],
    ['no-tool-call-id', false, /"id":"chatcmpl-tool/],
    ['without-arguments', true, /"arguments":"\{/],
    ['index-zero', true, /"tool_calls":\[\{"index":1/],
  ])('with %s lacks it, streamed: %s', async (quirk, stream, mark) => {
    expect((await ask(WEATHER, stream, [])).text).toMatch(mark);
    expect((await ask(WEATHER, stream, [quirk])).text).not.toMatch(mark);
  });
});

describe('a request', () => {
  const call = { name: 'look', arguments: '{}' };
  const image = { url: 'data:image/png;base64,AAEC' };
  const TOOL_MEDIA = {
    model: 'moonshotai/Kimi-K3',
    messages: [
      ...COUNT.messages,
      {
        role: 'assistant',
        tool_calls: [{ id: 'a', type: 'function', function: call }],
      },
      {
        role: 'tool',
        tool_call_id: 'a',
        content: [{ type: 'image_url', image_url: image }],
      },
    ],
  };
  const NO_THINKING = {
    ...COUNT,
    chat_template_args: { enable_thinking: false },
  };

  it.each([
    ['text-tool-results', TOOL_MEDIA, 'a tool message takes text only'],
    ['no-thinking-switch', NO_THINKING, '`enable_thinking` cannot be false'],
  ] as const)('is refused by %s', async (quirk, body, reason) => {
    expect((await ask(body, false, [])).status).toBe(200);
    const { status, text } = await ask(body, false, [quirk]);
    expect(status).toBe(400);
    expect(JSON.parse(text).error.message).toContain(reason);
  });
});
