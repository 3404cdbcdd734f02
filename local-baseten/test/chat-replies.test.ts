import { describe, expect, it } from 'vitest';
import { countTokens } from '..';
import { ask, PLAIN, say, THINKING } from './ask';
import { json, send } from './send';
import { start } from './start';

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
