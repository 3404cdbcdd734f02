import { describe, expect, it } from 'vitest';
import { countTokens } from '..';
import { events, json, send, VERSIONS } from './send';
import { start } from './start';

const PLAIN = 'moonshotai/Kimi-K2-Instruct-0905';
const THINKING = 'deepseek-ai/DeepSeek-V4-Pro-0813';

interface AskOptions {
  readonly path?: string;
  readonly headers?: Record<string, string>;
}

async function ask(body: unknown, options: AskOptions = {}) {
  const server = await start();
  const { path = '/v1/chat/completions', headers } = options;
  const reply = await send('1.1', server, path, { body, headers });
  return { status: reply.status, body: json(reply) };
}

async function say(content: unknown, more: object = {}) {
  const messages = [{ role: 'user', content }];
  return (await ask({ model: PLAIN, messages, ...more })).body;
}

describe('a chat reply', () => {
  it('has the shape of the Model APIs', async () => {
    const { status, body } = await ask({
      model: THINKING,
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'What is the meaning of life?' },
      ],
      user: 'ada',
      seed: 1,
      temperature: 0,
    });
    expect(status).toBe(200);
    const [{ message }] = body.choices;
    const reasoning = countTokens(message.reasoning_content);
    const completion = reasoning + countTokens(message.content);
    expect(body).toEqual({
      id: expect.stringMatching(/^chatcmpl-[\da-f]{32}$/),
      choices: [
        {
          index: 0,
          message: {
            role: 'assistant',
            content: expect.stringContaining('The meaning of life is'),
            reasoning_content: expect.stringContaining('meaning of life'),
          },
          finish_reason: 'stop',
        },
      ],
      created: expect.any(Number),
      model: THINKING,
      object: 'chat.completion',
      usage: {
        prompt_tokens: expect.any(Number),
        completion_tokens: completion,
        total_tokens: body.usage.prompt_tokens + completion,
        prompt_tokens_details: { audio_tokens: 0, cached_tokens: 0 },
        completion_tokens_details: {
          accepted_prediction_tokens: 0,
          audio_tokens: 0,
          reasoning_tokens: reasoning,
          rejected_prediction_tokens: 0,
        },
      },
    });
    expect(body.usage.prompt_tokens).toBeGreaterThan(8);
  });

  it.each([
    [
      'Say hello from a Baseten chat model!',
      'Hello from a Baseten chat model!',
    ],
    ['Hello, world!', 'Hello! How can I help you today?'],
    ['Reply with "pong"', 'pong'],
    ['Count from 1 to 5', '1, 2, 3, 4, 5'],
    ['What is 12 * 4?', '12 * 4 = 48'],
  ])('to %j is %j', async (prompt, answer) => {
    const { choices } = await say(prompt);
    expect(choices[0].message.content).toBe(answer);
  });

  it('refers to what was asked', async () => {
    const { choices } = await say('Invent a new holiday for gardeners.');
    expect(choices[0].message.content).toContain('holiday for gardeners');
  });

  it('is the same each time', async () => {
    const [one, other] = [await say('Why?'), await say('Why?')];
    expect(one.choices).toEqual(other.choices);
    expect(one.id).not.toBe(other.id);
  });

  it('remembers earlier turns', async () => {
    const { body } = await ask({
      model: PLAIN,
      messages: [
        { role: 'user', content: 'My name is Ada.' },
        { role: 'assistant', content: 'Hello Ada!', reasoning_content: 'Hm.' },
        { role: 'user', content: [{ type: 'text', text: "What's my name?" }] },
      ],
    });
    expect(body.choices[0].message.content).toBe('Your name is Ada.');
  });

  it('ends at max_tokens, which also goes by another name', async () => {
    for (const name of ['max_tokens', 'max_completion_tokens']) {
      const { choices, usage } = await say('Count from 1 to 90', { [name]: 5 });
      expect(choices[0]).toMatchObject({
        message: { content: '1, 2, 3' },
        finish_reason: 'length',
      });
      expect(usage.completion_tokens).toBe(5);
    }
  });

  it('ends after 4096 tokens unless told otherwise', async () => {
    const prompt = 'Count from 1 to 9000';
    const usual = await say(prompt);
    expect(usual.usage.completion_tokens).toBe(4096);
    expect(usual.choices[0].finish_reason).toBe('length');
    const more = await say(prompt, { max_tokens: 100_000 });
    expect(more.choices[0].finish_reason).toBe('stop');
  });

  it('can be all reasoning when max_tokens is small', async () => {
    const { choices, usage } = await say('Why?', {
      model: THINKING,
      max_tokens: 4,
    });
    expect(choices[0].message.content).toBe('');
    expect(choices[0].message.reasoning_content).not.toBe('');
    expect(choices[0].finish_reason).toBe('length');
    expect(usage.completion_tokens_details.reasoning_tokens).toBe(4);
  });

  it.each([['5'], [['7', '5']]])('ends before stop %j', async stop => {
    const { choices } = await say('Count from 1 to 9', { stop });
    expect(choices[0]).toMatchObject({
      message: { content: '1, 2, 3, 4, ' },
      finish_reason: 'stop',
    });
  });

  it('tells cached tokens within a session', async () => {
    const server = await start();
    const first = { role: 'user', content: 'What is 1 + 1?' };
    const messages = [first, { role: 'assistant', content: '2' }, first];
    const askSession = async (list: unknown, session: string) => {
      const reply = await send('1.1', server, '/v1/chat/completions', {
        headers: { 'x-session-affinity': session },
        body: { model: PLAIN, messages: list },
      });
      return json(reply).usage;
    };
    const { prompt_tokens: seen } = await askSession([first], 'a');
    const again = await askSession(messages, 'a');
    expect(again.prompt_tokens_details.cached_tokens).toBe(seen);
    expect(again.prompt_tokens).toBeGreaterThan(seen);
    const other = await askSession(messages, 'b');
    expect(other.prompt_tokens_details.cached_tokens).toBe(0);
  });

  it('caches at each of its replicas, which take turns without a session', async () => {
    const server = await start({ replicas: 2 });
    const ask = async () => {
      const reply = await send('1.1', server, '/v1/chat/completions', {
        body: { model: PLAIN, messages: [{ role: 'user', content: 'Hi' }] },
      });
      return json(reply).usage.prompt_tokens_details.cached_tokens > 0;
    };

    expect([await ask(), await ask(), await ask()]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('reasoning', () => {
  const reasons = async (model: string, more: object, path?: string) => {
    const messages = [{ role: 'user', content: 'Why?' }];
    const { body } = await ask({ model, messages, ...more }, { path });
    return Boolean(body.choices?.[0].message.reasoning_content);
  };
  const thinking = (enable_thinking: boolean) => ({
    chat_template_args: { enable_thinking },
  });

  it.each([
    ['openai/gpt-oss-120b', {}, true],
    ['openai/gpt-oss-120b', { reasoning_effort: 'none' }, false],
    [THINKING, thinking(false), false],
    ['zai-org/GLM-5.2', {}, false],
    ['zai-org/GLM-5.2', { reasoning_effort: 'high' }, false],
    ['zai-org/GLM-5.2', thinking(true), true],
    ['zai-org/GLM-5.2', { ...thinking(true), reasoning_effort: 'none' }, false],
    ['nvidia/NVIDIA-Nemotron-3-Ultra-550B-A55B', thinking(true), true],
    ['zai-org/GLM-5.3', {}, true],
    ['zai-org/GLM-5.3', { reasoning_effort: 'none' }, true],
    [PLAIN, thinking(true), false],
  ])('of %s with %j is %s', async (model, more, expected) => {
    expect(await reasons(model, more)).toBe(expected);
  });

  it('can be switched on for a deployment', async () => {
    const path = '/sync/v1/chat/completions';
    expect(await reasons('any', {}, path)).toBe(false);
    expect(await reasons('any', thinking(true), path)).toBe(true);
  });

  it('grows with the effort', async () => {
    const tokens = async (reasoning_effort: string) => {
      const body = await say('Why?', { model: THINKING, reasoning_effort });
      return body.usage.completion_tokens_details.reasoning_tokens;
    };
    expect(await tokens('low')).toBeLessThan(await tokens('high'));
    expect(await tokens('high')).toBeLessThan(await tokens('max'));
  });

  it.each([
    ['zai-org/GLM-5.2', 'medium'],
    ['zai-org/GLM-5.3-Fast', 'none'],
  ])('of %s refuses the level %s', async (model, reasoning_effort) => {
    const body = await say('Why?', { model, reasoning_effort });
    expect(body).toEqual({
      message: expect.stringContaining('reasoning_effort'),
      type: 'Bad Request',
      code: 400,
    });
  });
});

describe('images', () => {
  const content = (url: string) => [
    { type: 'text', text: 'What is this?' },
    { type: 'image_url', image_url: { url } },
  ];

  it('are acknowledged', async () => {
    const data = 'data:image/png;base64,AAECAw==';
    const inline = await say(content(data), { model: 'moonshotai/Kimi-K3' });
    expect(inline.choices[0].message.content).toContain(
      'an image of type image/png with 4 bytes',
    );
    const url = 'https://example.com/a.jpg';
    const linked = await say(content(url), { model: 'moonshotai/Kimi-K3' });
    expect(linked.choices[0].message.content).toContain(url);
  });

  it('are refused by models that read text alone', async () => {
    const data = 'data:image/png;base64,AAEC';
    expect(await say(content(data), { model: 'zai-org/GLM-5.2' })).toEqual({
      message: 'image_url is not supported',
      type: 'Bad Request',
      code: 400,
    });
    expect(await say(content(data), { model: 'openai/gpt-oss-120b' })).toEqual({
      error: {
        code: 400,
        message:
          'This model does not support multimodal (image/video/audio) inputs.',
        type: 'Bad Request',
      },
    });
  });

  it('are refused by other addresses', async () => {
    const url = 'ftp://example.com/a.jpg';
    const body = await say(content(url), { model: 'moonshotai/Kimi-K3' });
    expect(body.error.code).toBe(400);
  });
});

describe('a chat request', () => {
  const messages = [{ role: 'user', content: 'hi' }];

  it.each([
    'no json',
    [1],
    {},
    { model: PLAIN },
    { messages },
    { model: PLAIN, messages: [] },
    { model: PLAIN, messages: ['hi'] },
    { model: PLAIN, messages: [{ content: 'hi' }] },
    { model: PLAIN, messages: [{ role: 'developer', content: 'hi' }] },
    { model: PLAIN, messages: [{ role: 'user', content: 1 }] },
    { model: PLAIN, messages, tools: 1 },
  ])('that is malformed is refused: %j', async body => {
    expect(await ask(body)).toEqual({
      status: 400,
      body: { error: 'Invalid request body' },
    });
  });

  it('that names an unknown model is refused', async () => {
    expect(await ask({ model: 'none', messages })).toEqual({
      status: 404,
      body: { error: 'please check the model you provided' },
    });
  });

  it.each([
    { max_tokens: 0 },
    { max_tokens: 262_145 },
    { max_tokens: 1.5 },
    { temperature: 4.1 },
    { temperature: 'hot' },
    { top_p: -1 },
    { top_k: -2 },
    { n: 2 },
    { logprobs: true },
    { stop: 1 },
    { stop: Array.from({ length: 33 }, String) },
    { tools: [{ type: 'code_interpreter' }] },
    { tool_choice: { type: 'function', function: { name: 'unknown' } } },
    { response_format: { type: 'xml' } },
    { response_format: { type: 'json_schema' } },
  ])('with %j is refused with a reason', async more => {
    const { status, body } = await ask({ model: PLAIN, messages, ...more });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ code: 400, type: 'Bad Request' });
    expect(body.error.message).not.toBe('');
  });

  it('with an unnamed JSON schema is refused as Baseten does', async () => {
    const response_format = {
      type: 'json_schema',
      json_schema: { name: '', schema: { type: 'object' } },
    };
    const body = await say('hi', { model: THINKING, response_format });
    expect(body.error.message).toBe(
      'Validation: `response_format.json_schema.name` cannot be empty',
    );
  });

  it('may hold fields that nobody knows', async () => {
    const body = await say('hi', { top_k: -1, min_p: 0.1, unknown: true });
    expect(body.choices).toHaveLength(1);
  });
});

describe.each(VERSIONS)('a stream over HTTP/%s', version => {
  const stream = async (content: string, more: object = {}) => {
    const server = await start();
    const reply = await send(version, server, '/v1/chat/completions', {
      body: {
        model: THINKING,
        messages: [{ role: 'user', content }],
        stream: true,
        ...more,
      },
    });
    expect(reply.headers['content-type']).toBe('text/event-stream');
    return events(reply);
  };

  it('says the same as a reply at once', async () => {
    const chunks = await stream('Why is the sky blue?');
    const whole = await say('Why is the sky blue?', { model: THINKING });
    const deltas = chunks.flatMap(chunk => chunk.choices ?? []);
    const join = (key: string) =>
      deltas.map(({ delta }) => delta[key] ?? '').join('');
    const [{ message }] = whole.choices;
    expect(join('content')).toBe(message.content);
    expect(join('reasoning_content')).toBe(message.reasoning_content);
    expect(join('role')).toBe('assistant');
    expect(chunks.at(-2).usage).toEqual(whole.usage);
  });

  it('ends with a finish reason, the usage and [DONE]', async () => {
    const chunks = await stream('Count from 1 to 3');
    expect(chunks.at(-1)).toBe('[DONE]');
    expect(chunks.at(-2)).toMatchObject({ choices: [] });
    expect(chunks.at(-3).choices).toEqual([
      { index: 0, delta: {}, finish_reason: 'stop' },
    ]);
    expect(chunks[0]).toEqual({
      id: expect.stringMatching(/^chatcmpl-/),
      choices: [
        { index: 0, delta: { role: 'assistant', reasoning_content: 'The' } },
      ],
      created: expect.any(Number),
      model: THINKING,
      service_tier: null,
      system_fingerprint: null,
      object: 'chat.completion.chunk',
      usage: expect.objectContaining({ completion_tokens: 1 }),
    });
  });

  it('tells a usage that grows', async () => {
    const chunks = await stream('Count from 1 to 3');
    const counts = chunks
      .slice(0, -3)
      .map(({ usage }) => usage.completion_tokens);
    expect(counts).toEqual(counts.map((_, index) => index + 1));
  });

  it('tells it at the end or not at all when asked to', async () => {
    const end = await stream('Count from 1 to 3', {
      stream_options: { continuous_usage_stats: false },
    });
    expect(end.filter(({ usage }) => usage)).toHaveLength(1);
    const none = await stream('Count from 1 to 3', {
      stream_options: { include_usage: false },
    });
    expect(none.filter(({ usage }) => usage)).toHaveLength(0);
    expect(none.filter(({ choices }) => choices?.length === 0)).toEqual([]);
  });

  it('answers an error as plain JSON', async () => {
    const server = await start();
    const reply = await send(version, server, '/v1/chat/completions', {
      body: { model: 'none', messages: [{}], stream: true },
    });
    expect(reply.status).toBe(404);
    expect(reply.headers['content-type']).toBe('application/json');
  });
});
