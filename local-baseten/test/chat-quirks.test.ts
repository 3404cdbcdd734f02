import { describe, expect, it } from 'vitest';
import type { ChatQuirk } from '..';
import { events, json, send } from './send';
import { start } from './start';

const WEATHER = {
  type: 'function',
  function: {
    name: 'get_weather',
    description: 'Weather of a city',
    parameters: {
      type: 'object',
      properties: { city: { type: 'string' } },
      required: ['city'],
    },
  },
};
const TOOLS = {
  messages: [
    { role: 'user', content: 'What is the weather in Paris and Tokyo?' },
  ],
  tools: [WEATHER],
};
const TEXT = { messages: [{ role: 'user', content: 'Count from 1 to 5' }] };

async function ask(quirks: ChatQuirk[], body: object) {
  const server = await start();
  server.behave(() => ({ quirks }));
  return send('1.1', server, '/v1/chat/completions', {
    body: { model: 'openai/gpt-oss-120b', ...body },
  });
}

const stream = async (quirks: ChatQuirk[], body: object) =>
  events(await ask(quirks, { ...body, stream: true }));
const reply = async (quirks: ChatQuirk[], body: object) =>
  json(await ask(quirks, body));

/** The deltas of tool calls, one list for each index. */
async function toolDeltas(quirks: ChatQuirk[]) {
  const chunks = await stream(quirks, TOOLS);
  const deltas = chunks.flatMap(
    chunk => chunk.choices?.[0]?.delta.tool_calls ?? [],
  );
  return [0, 1].map(wanted => deltas.filter(({ index }) => index === wanted));
}

type Deltas = Awaited<ReturnType<typeof toolDeltas>>[number];
const ids = (deltas: Deltas = []) => deltas.map(({ id }) => id);
const names = (deltas: Deltas = []) =>
  deltas.map(({ function: called }) => called.name);
const input = (deltas: Deltas = []) =>
  deltas.map(({ function: called }) => called.arguments).join('');

describe('usual tool calls in a stream', () => {
  it('have one id each and the name on the first delta', async () => {
    const [paris, tokyo] = await toolDeltas([]);
    expect(new Set([...ids(paris), ...ids(tokyo)]).size).toBe(2);
    expect(names(paris).filter(name => name !== undefined)).toEqual([
      'get_weather',
    ]);
    expect(names(paris)[0]).toBe('get_weather');
    expect(input(paris)).toBe('{"city":"Paris"}');
    expect(input(tokyo)).toBe('{"city":"Tokyo"}');
    expect(paris?.length).toBeGreaterThan(3);
    for (const delta of paris ?? []) expect(delta.type).toBe('function');
  });
});

describe('the quirk', () => {
  it('new-tool-call-id-per-delta gives each delta its own id', async () => {
    const [paris, tokyo] = await toolDeltas(['new-tool-call-id-per-delta']);
    const all = [...ids(paris), ...ids(tokyo)];
    expect(new Set(all).size).toBe(all.length);
    expect(input(paris)).toBe('{"city":"Paris"}');
  });

  it('shared-tool-call-id gives two calls one id', async () => {
    const [paris, tokyo] = await toolDeltas(['shared-tool-call-id']);
    expect([...new Set([...ids(paris), ...ids(tokyo)])]).toEqual([
      'functions.get_weather:0',
    ]);
    const { choices } = await reply(['shared-tool-call-id'], TOOLS);
    expect(ids(choices[0].message.tool_calls)).toEqual([
      'functions.get_weather:0',
      'functions.get_weather:0',
    ]);
  });

  it('functions-tool-call-id makes ids of name and index', async () => {
    const [paris, tokyo] = await toolDeltas(['functions-tool-call-id']);
    expect([...new Set([...ids(paris), ...ids(tokyo)])]).toEqual([
      'functions.get_weather:0',
      'functions.get_weather:1',
    ]);
    const { choices } = await reply(['functions-tool-call-id'], TOOLS);
    expect(ids(choices[0].message.tool_calls)).toEqual([
      'functions.get_weather:0',
      'functions.get_weather:1',
    ]);
  });

  it('name-in-pieces splits the name', async () => {
    const [paris] = await toolDeltas(['name-in-pieces']);
    expect(names(paris).slice(0, 3)).toEqual(['get_we', 'ather', undefined]);
    expect(input(paris)).toBe('{"city":"Paris"}');
  });

  it('name-repeated repeats the name on every delta', async () => {
    const [paris] = await toolDeltas(['name-repeated']);
    expect([...new Set(names(paris))]).toEqual(['get_weather']);
  });

  it('null-and-empty-names leaves no name out', async () => {
    const [paris] = await toolDeltas(['null-and-empty-names']);
    const [first, ...others] = names(paris);
    expect(first).toBe('get_weather');
    expect(new Set(others)).toEqual(new Set([null, '']));
  });

  it('whole-tool-call-delta gives a call in one delta', async () => {
    const [paris, tokyo] = await toolDeltas(['whole-tool-call-delta']);
    expect(paris).toEqual([
      {
        index: 0,
        id: expect.any(String),
        type: 'function',
        function: { name: 'get_weather', arguments: '{"city":"Paris"}' },
      },
    ]);
    expect(input(tokyo)).toBe('{"city":"Tokyo"}');
  });

  it('no-finish-reason ends with [DONE] alone', async () => {
    const chunks = await stream(['no-finish-reason'], TEXT);
    expect(chunks.at(-1)).toBe('[DONE]');
    for (const chunk of chunks.slice(0, -1)) {
      expect(chunk.choices).toHaveLength(1);
      expect(chunk.choices[0].finish_reason).toBeUndefined();
    }
    const { choices } = await reply(['no-finish-reason'], TEXT);
    expect(choices[0]).not.toHaveProperty('finish_reason');
    expect(choices[0].message.content).toBe('1, 2, 3, 4, 5');
  });

  it('no-done leaves [DONE] out', async () => {
    const chunks = await stream(['no-done'], TEXT);
    expect(chunks.at(-1).choices).toEqual([]);
  });

  it('no-usage-chunk leaves the last chunk out', async () => {
    const chunks = await stream(['no-usage-chunk', 'no-done'], TEXT);
    expect(chunks.at(-1).choices[0].finish_reason).toBe('stop');
  });

  it('content-with-finish-reason joins the last two chunks', async () => {
    const usual = await stream([], TEXT);
    const chunks = await stream(['content-with-finish-reason'], TEXT);
    expect(chunks).toHaveLength(usual.length - 1);
    expect(chunks.at(-3).choices).toEqual([
      { index: 0, delta: { content: ' 5' }, finish_reason: 'stop' },
    ]);
  });

  it('reasoning-twice repeats the reasoning', async () => {
    const chunks = await stream(['reasoning-twice'], TEXT);
    expect(chunks[0].choices[0].delta).toEqual({
      role: 'assistant',
      reasoning_content: 'The',
      reasoning: 'The',
    });
    const { choices } = await reply(['reasoning-twice'], TEXT);
    const { reasoning, reasoning_content } = choices[0].message;
    expect(reasoning).toBe(reasoning_content);
    expect(reasoning).not.toBe('');
  });

  it('zero-reasoning-tokens counts none', async () => {
    const quirks: ChatQuirk[] = ['zero-reasoning-tokens'];
    const { usage } = await reply(quirks, TEXT);
    expect(usage.completion_tokens_details.reasoning_tokens).toBe(0);
    for (const chunk of (await stream(quirks, TEXT)).slice(0, -1)) {
      expect(chunk.usage.completion_tokens_details.reasoning_tokens).toBe(0);
    }
  });

  it('null-usage-details has no details', async () => {
    const quirks: ChatQuirk[] = ['null-usage-details'];
    const replies = [
      await reply(quirks, TEXT),
      (await stream(quirks, TEXT)).at(-2),
    ];
    for (const { usage } of replies) {
      expect(usage).toMatchObject({
        prompt_tokens: expect.any(Number),
        prompt_tokens_details: null,
        completion_tokens_details: null,
      });
    }
  });

  it('usage-as-strings counts in text', async () => {
    const plain = (await reply([], TEXT)).usage;
    const { usage } = await reply(['usage-as-strings'], TEXT);
    expect(usage.total_tokens).toBe(String(plain.total_tokens));
    expect(usage.prompt_tokens_details.cached_tokens).toBe('0');
    const chunks = await stream(['usage-as-strings'], TEXT);
    expect(chunks.at(-2).usage).toEqual(usage);
    expect(chunks[0].usage.completion_tokens).toBe('1');
  });

  it('verbose-delta has every key', async () => {
    const chunks = await stream(['verbose-delta'], TEXT);
    const deltas = chunks.flatMap(chunk => chunk.choices ?? []);
    for (const { delta } of deltas) {
      expect(Object.keys(delta)).toEqual(
        expect.arrayContaining([
          'content',
          'function_call',
          'tool_calls',
          'role',
          'refusal',
        ]),
      );
    }
    expect(deltas[0].delta).toEqual({
      content: null,
      function_call: null,
      tool_calls: null,
      role: 'assistant',
      refusal: null,
      reasoning_content: 'The',
    });
    expect(deltas.at(-1).delta.tool_calls).toEqual([]);
  });

  it('error-in-stream ends half-way with an error', async () => {
    const usual = await stream([], TEXT);
    const chunks = await stream(['error-in-stream'], TEXT);
    expect(chunks.length).toBeLessThan(usual.length);
    expect(chunks.length).toBeGreaterThan(2);
    expect(chunks.at(-1)).toEqual({
      error: {
        message: 'Internal Server Error',
        type: 'server_error',
        code: 500,
      },
    });
  });

  it('goes together with others', async () => {
    const [paris] = await toolDeltas([
      'verbose-delta',
      'new-tool-call-id-per-delta',
      'null-and-empty-names',
      'content-with-finish-reason',
    ]);
    expect(new Set(ids(paris)).size).toBe(paris?.length);
    expect(names(paris).at(-1)).not.toBeUndefined();
    expect(input(paris)).toBe('{"city":"Paris"}');
  });
});
