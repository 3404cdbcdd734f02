import { describe, expect, it } from 'vitest';
import { say, THINKING } from './ask';
import { events, send, VERSIONS } from './send';
import { start } from './start';

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
