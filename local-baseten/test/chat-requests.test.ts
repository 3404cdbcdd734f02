import { describe, expect, it } from 'vitest';
import { ask, PLAIN, say, THINKING } from './ask';

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
