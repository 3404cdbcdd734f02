import {
  InvalidArgumentError,
  type JSONObject,
  type LanguageModelV4CallOptions,
  type LanguageModelV4Prompt,
  type SharedV4ProviderOptions,
} from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { createBaseten } from '../../src';
import { captureError } from '../support/capture-error';
import { useLocalBaseten } from '../support/use-local-baseten';
import { PROMPT } from './support/ask';

const server = await useLocalBaseten();
const { apiKey, baseURL, modelURL } = server;
const model = createBaseten({ apiKey, baseURL })('moonshotai/Kimi-K3');
const deployed = createBaseten({ apiKey, modelURL: `${modelURL}/v1` })();

/** What is sent for a call, and what the result warns of. */
async function send(
  options: Partial<LanguageModelV4CallOptions>,
  chat = model,
) {
  server.reset();
  const { warnings } = await chat.doGenerate({ prompt: PROMPT, ...options });
  return { body: Object(server.requests[0]?.body), warnings };
}

async function sendMessages(prompt: LanguageModelV4Prompt, chat = model) {
  return (await send({ prompt }, chat)).body.messages;
}

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk';

describe('the input of an earlier call', () => {
  const call = (input: unknown, providerOptions?: SharedV4ProviderOptions) =>
    sendMessages([
      ...PROMPT,
      {
        role: 'assistant',
        content: [
          {
            type: 'tool-call',
            toolCallId: 'a',
            toolName: 'now',
            input,
            ...(providerOptions && { providerOptions }),
          },
        ],
      },
      {
        role: 'tool',
        content: [
          {
            type: 'tool-result',
            toolCallId: 'a',
            toolName: 'now',
            output: { type: 'text', value: 'noon' },
          },
        ],
      },
    ]);

  it.each([
    [{ a: 1 }, '{"a":1}'],
    ['{"a":1}', '{"a":1}'],
    [undefined, '{}'],
    [null, '{}'],
    ['text', '{}'],
    ['"text"', '{}'],
    ['{"a":', '{}'],
    [[1], '{}'],
    [5, '{}'],
  ])('%j is sent as %s', async (input, sent) => {
    const [, assistant] = await call(input);

    expect(assistant.tool_calls[0].function.arguments).toBe(sent);
  });

  it('takes along what the server added to the call', async () => {
    server.behave(() => ({ quirks: ['extra-content'] }));
    const { content } = await model.doGenerate({
      prompt: [
        {
          role: 'user',
          content: [{ type: 'text', text: 'What is the weather in Paris?' }],
        },
      ],
      tools: [{ type: 'function', name: 'get_weather', inputSchema: {} }],
    });
    const made = content.find(part => part.type === 'tool-call');
    const [, assistant] = await call({}, made?.providerMetadata);

    expect(made?.providerMetadata).toEqual({
      baseten: {
        extra_content: { google: { thought_signature: 'c2lnbmVk' } },
      },
    });
    expect(assistant.tool_calls[0]).toMatchObject({
      extra_content: { google: { thought_signature: 'c2lnbmVk' } },
    });
  });
});

describe('a tool that a provider ran', () => {
  const call = {
    type: 'tool-call' as const,
    toolCallId: 'a',
    toolName: 'search',
    input: {},
    providerExecuted: true,
  };
  const result = {
    type: 'tool-result' as const,
    toolCallId: 'a',
    toolName: 'search',
    output: { type: 'text' as const, value: 'found' },
  };
  const found = { type: 'text' as const, text: 'Found it.' };

  it('is a call with its result', async () => {
    const messages = await sendMessages([
      ...PROMPT,
      { role: 'assistant', content: [call, result, found] },
      ...PROMPT,
    ]);

    expect(messages).toMatchObject([
      { role: 'user' },
      { role: 'assistant', tool_calls: [{ id: 'a' }] },
      { role: 'tool', tool_call_id: 'a', content: 'found' },
      { role: 'assistant', content: 'Found it.' },
      { role: 'user' },
    ]);
  });

  it('is left out without its result, with a warning', async () => {
    const { body, warnings } = await send({
      prompt: [
        ...PROMPT,
        { role: 'assistant', content: [call, found] },
        ...PROMPT,
      ],
    });

    expect(body.messages[1]).toEqual({
      role: 'assistant',
      content: 'Found it.',
    });
    expect(warnings).toMatchObject([
      { type: 'other', message: expect.stringContaining('search') },
    ]);
  });
});

describe('options of messages and parts', () => {
  const detail = { baseten: { detail: 'high' } };

  it('put the detail of an image where it belongs', async () => {
    const [message] = await sendMessages([
      {
        role: 'user',
        content: [
          {
            type: 'file',
            mediaType: 'image/png',
            data: { type: 'url', url: new URL('https://example.com/a.png') },
            providerOptions: detail,
          },
          {
            type: 'file',
            mediaType: 'image/png',
            data: { type: 'data', data: PIXEL },
            providerOptions: detail,
          },
        ],
      },
    ]);

    expect(message.content).toEqual([
      {
        type: 'image_url',
        image_url: { url: 'https://example.com/a.png', detail: 'high' },
      },
      {
        type: 'image_url',
        image_url: { url: `data:image/png;base64,${PIXEL}`, detail: 'high' },
      },
    ]);
  });

  it('are sent as they are', async () => {
    const messages = await sendMessages([
      {
        role: 'system',
        content: 'Be brief.',
        providerOptions: { openaiCompatible: { name: 'rules' } },
      },
      {
        role: 'user',
        content: [{ type: 'text', text: 'Hi' }],
        providerOptions: { baseten: { name: 'ada' } },
      },
      {
        role: 'user',
        content: [
          {
            type: 'text',
            text: 'Hi',
            providerOptions: { baseten: { cache: { ttl: 5 } } },
          },
          { type: 'text', text: 'again' },
        ],
        providerOptions: { 'openai-compatible': { name: 'bob' } },
      },
    ]);

    expect(messages).toEqual([
      { role: 'system', content: 'Be brief.', name: 'rules' },
      { role: 'user', content: 'Hi', name: 'ada' },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Hi', cache: { ttl: 5 } },
          { type: 'text', text: 'again' },
        ],
        name: 'bob',
      },
    ]);
  });

  it('are sent with earlier answers', async () => {
    const answer = (
      ...content: Extract<
        LanguageModelV4Prompt[number],
        { role: 'assistant' }
      >['content']
    ) => ({
      role: 'assistant' as const,
      content,
      providerOptions: { baseten: { name: 'bot' } },
    });
    const cache = { baseten: { cache: { ttl: 5 } } };
    const messages = await sendMessages([
      ...PROMPT,
      answer({ type: 'text', text: 'One', providerOptions: cache }),
      ...PROMPT,
      answer(
        { type: 'text', text: 'One', providerOptions: cache },
        { type: 'text', text: 'two' },
      ),
      ...PROMPT,
      answer({ type: 'text', text: 'One' }, { type: 'text', text: 'two' }),
      ...PROMPT,
    ]);

    expect(
      messages.filter(({ role }: { role: string }) => role === 'assistant'),
    ).toEqual([
      { role: 'assistant', content: 'One', name: 'bot', cache: { ttl: 5 } },
      {
        role: 'assistant',
        content: [
          { type: 'text', text: 'One', cache: { ttl: 5 } },
          { type: 'text', text: 'two' },
        ],
        name: 'bot',
      },
      { role: 'assistant', content: 'Onetwo', name: 'bot' },
    ]);
  });

  it('are sent with the results of tools', async () => {
    const options = (fields: JSONObject) => ({ baseten: fields });
    const [, , result] = await sendMessages([
      ...PROMPT,
      {
        role: 'assistant',
        content: [
          { type: 'tool-call', toolCallId: 'a', toolName: 'now', input: {} },
        ],
      },
      {
        role: 'tool',
        content: [
          {
            type: 'tool-result',
            toolCallId: 'a',
            toolName: 'now',
            output: {
              type: 'text',
              value: 'noon',
              providerOptions: options({ c: 3 }),
            },
            providerOptions: options({ b: 2, c: 2 }),
          },
        ],
        providerOptions: options({ a: 1, b: 1, c: 1 }),
      },
    ]);

    expect(result).toEqual({
      role: 'tool',
      tool_call_id: 'a',
      content: 'noon',
      a: 1,
      b: 2,
      c: 3,
    });
  });

  it('of reasoning, and files of earlier answers, give a warning', async () => {
    const { body, warnings } = await send({
      prompt: [
        ...PROMPT,
        {
          role: 'assistant',
          content: [
            {
              type: 'reasoning',
              text: 'Hm.',
              providerOptions: { baseten: { signature: 'x' } },
            },
            {
              type: 'reasoning',
              text: 'So.',
              providerOptions: { other: { signature: 'x' } },
            },
            {
              type: 'file',
              mediaType: 'image/png',
              data: { type: 'data', data: PIXEL },
            },
            { type: 'text', text: 'Hello.' },
          ],
        },
        ...PROMPT,
      ],
    });

    expect(body.messages[1]).toEqual({
      role: 'assistant',
      content: 'Hello.',
      reasoning_content: 'Hm.So.',
    });
    expect(warnings).toEqual([
      {
        type: 'other',
        message: expect.stringContaining('Options of an earlier reasoning'),
      },
      {
        type: 'other',
        message: expect.stringContaining('A part of type file in an earlier'),
      },
    ]);
  });
});

describe('files', () => {
  const file = async (mediaType: string, data: unknown) => {
    const [message] = await sendMessages([
      { role: 'user', content: [Object({ type: 'file', mediaType, data })] },
    ]);
    return message.content[0];
  };

  it.each([
    ['image/png', new URL('https://example.com/a'), 'https://example.com/a'],
    ['image/png', 'https://example.com/a', 'https://example.com/a'],
    ['image/png', PIXEL, `data:image/png;base64,${PIXEL}`],
    [
      'image/png',
      Uint8Array.from(Buffer.from(PIXEL, 'base64')),
      `data:image/png;base64,${PIXEL}`,
    ],
  ])('of %s may have no tag, as in older prompts', async (type, data, url) => {
    expect(await file(type, data)).toEqual({
      type: 'image_url',
      image_url: { url },
    });
  });

  it.each([undefined, null, 5, {}, { type: undefined }])(
    'with %j for data are refused',
    async data => {
      const error = await captureError(() => file('image/png', data));

      expect(InvalidArgumentError.isInstance(error)).toBe(true);
      expect(error).toMatchObject({
        message: expect.stringContaining('data of a file part'),
      });
    },
  );

  it('of audio are input_audio or audio_url, as servers take them', async () => {
    const data = { type: 'data', data: 'UklGRg==' };
    const url = { type: 'url', url: new URL('https://example.com/a.flac') };

    expect(await file('audio/wav', data)).toEqual({
      type: 'input_audio',
      input_audio: { data: 'UklGRg==', format: 'wav' },
    });
    expect(await file('audio/flac', data)).toEqual({
      type: 'audio_url',
      audio_url: { url: 'data:audio/flac;base64,UklGRg==' },
    });
    expect(await file('audio/flac', url)).toEqual({
      type: 'audio_url',
      audio_url: { url: 'https://example.com/a.flac' },
    });
  });

  it('of video with an https URL are passed on as that', async () => {
    const url = 'https://example.com/a.mp4';
    const patterns = (await model.supportedUrls)['video/*'];

    expect(patterns?.some(pattern => pattern.test(url))).toBe(true);
    expect(await file('video/mp4', { type: 'url', url: new URL(url) })).toEqual(
      { type: 'video_url', video_url: { url } },
    );
  });
});

describe('images in the result of a tool', () => {
  const prompt: LanguageModelV4Prompt = [
    ...PROMPT,
    {
      role: 'assistant',
      content: [
        { type: 'tool-call', toolCallId: 'a', toolName: 'look', input: {} },
      ],
    },
    {
      role: 'tool',
      content: [
        {
          type: 'tool-result',
          toolCallId: 'a',
          toolName: 'look',
          output: {
            type: 'content',
            value: [
              { type: 'text', text: 'Here.' },
              {
                type: 'file',
                mediaType: 'image/png',
                data: {
                  type: 'data',
                  data: Uint8Array.from(Buffer.from(PIXEL, 'base64')),
                },
              },
            ],
          },
        },
      ],
    },
  ];

  it('are JSON text by default, with a warning', async () => {
    const { body, warnings } = await send({ prompt });

    expect(JSON.parse(body.messages[2].content)).toMatchObject([
      { text: 'Here.' },
      { data: { type: 'data', data: PIXEL } },
    ]);
    expect(warnings).toMatchObject([
      {
        type: 'compatibility',
        details: expect.stringContaining('multiPartToolResults'),
      },
    ]);
  });

  it('are parts where the option says so', async () => {
    const { body, warnings } = await send({
      prompt,
      providerOptions: { baseten: { multiPartToolResults: true } },
    });

    expect(body).not.toHaveProperty('multiPartToolResults');
    expect(body.messages[2].content).toEqual([
      { type: 'text', text: 'Here.' },
      {
        type: 'image_url',
        image_url: { url: `data:image/png;base64,${PIXEL}` },
      },
    ]);
    expect(warnings).toEqual([]);
  });
});

it('sends earlier reasoning to deployments under both names', async () => {
  const prompt: LanguageModelV4Prompt = [
    ...PROMPT,
    {
      role: 'assistant',
      content: [
        { type: 'reasoning', text: 'Hm.' },
        { type: 'text', text: 'Hi!' },
      ],
    },
    ...PROMPT,
  ];
  const [, onModelApis] = await sendMessages(prompt);
  const [, onDeployment] = await sendMessages(prompt, deployed);

  expect(onModelApis).toEqual({
    role: 'assistant',
    content: 'Hi!',
    reasoning_content: 'Hm.',
  });
  expect(onDeployment).toEqual({ ...onModelApis, reasoning: 'Hm.' });
});

describe('fields of a request in the provider options', () => {
  const FIELDS = {
    best_of: 1,
    bad: ['x'],
    bad_token_ids: [1],
    baseten: { tool_settings: { max_react_iterations: 3 } },
    chat_template_args: { enable_thinking: true },
    constructor: { a: 1 },
    ignore_eos: false,
    length_penalty: 1,
    logit_bias: { 5: 1 },
    max_completion_tokens: 10,
    max_tokens: 11,
    metadata: { a: 'b' },
    min_p: 0.1,
    min_tokens: 1,
    parallel_tool_calls: false,
    repetition_penalty: 1,
    response_format: { type: 'json_object' },
    seed: 5,
    skip_special_tokens: false,
    stop_token_ids: [1],
    store: false,
    stream_options: { include_usage: false },
    temperature: 0.5,
    thinking: { type: 'enabled' },
    toString: 'text',
    tool_choice: 'none',
    top_k: 5,
    top_p: 0.5,
    top_p_min: 0.1,
    user: 'ada',
    verbosity: 'low',
  };

  it.each(Object.entries(FIELDS))(
    '%s is sent as it is',
    async (name, value) => {
      const { body } = await send({
        maxOutputTokens: 99,
        temperature: 1,
        providerOptions: { baseten: { [name]: value } },
      });

      expect(Object.getOwnPropertyDescriptor(body, name)?.value).toEqual(value);
    },
  );

  it('stream_options is sent with streams', async () => {
    const { stream } = await model.doStream({
      prompt: PROMPT,
      providerOptions: {
        baseten: { stream_options: { include_usage: false } },
      },
    });
    await stream.cancel();

    expect(server.requests[0]?.body).toMatchObject({
      stream: true,
      stream_options: { include_usage: false },
    });
  });

  it('tools are added to those of the call', async () => {
    const own = { type: 'baseten__exa__web_search_exa' };
    const { body } = await send({
      tools: [{ type: 'function', name: 'now', inputSchema: {} }],
      toolChoice: { type: 'auto' },
      providerOptions: { baseten: { tools: [own], tool_choice: 'required' } },
    }).catch(() => ({ body: Object(server.requests[0]?.body) }));

    expect(body.tools).toEqual([
      { type: 'function', function: { name: 'now', parameters: {} } },
      own,
    ]);
    expect(body.tool_choice).toBe('required');
  });

  it.each([
    { messages: [] },
    { stream: true },
    { tools: 'none' },
    { tools: null },
  ])('%j is refused', async baseten => {
    const error = await captureError(() =>
      send({ providerOptions: { baseten } }),
    );

    expect(InvalidArgumentError.isInstance(error)).toBe(true);
    expect(server.requests).toEqual([]);
  });

  it.each(['baseten', 'openaiCompatible', 'openai-compatible'])(
    'are read below %s',
    async name => {
      const { body, warnings } = await send({
        providerOptions: { [name]: { user: 'ada', minP: 0.1, other: 1 } },
      });

      expect(body).toMatchObject({ user: 'ada', min_p: 0.1, other: 1 });
      expect(warnings).toHaveLength(name === 'openai-compatible' ? 1 : 0);
    },
  );
});

it('returns log probabilities, streamed and not', async () => {
  server.behave(() => ({ quirks: ['logprobs'] }));
  const asked = {
    prompt: PROMPT,
    providerOptions: { baseten: { logprobs: true } },
  };
  const { providerMetadata } = await deployed.doGenerate(asked);
  const { stream } = await deployed.doStream(asked);
  const logprob = { token: 'One', logprob: -0.25, top_logprobs: [] };
  const streamed: unknown[] = [];
  let deltas = 0;
  for await (const part of stream) {
    if (part.type === 'finish') streamed.push(part.providerMetadata);
    if (/^(?:text|reasoning)-delta$/.test(part.type)) deltas += 1;
  }

  expect(providerMetadata?.baseten?.logprobs).toMatchObject([logprob]);
  expect(streamed).toEqual([
    {
      baseten: expect.objectContaining({
        // One of each chunk, that with the finish reason included.
        logprobs: Array.from({ length: deltas + 1 }, () => logprob),
      }),
    },
  ]);
});

describe('several choices', () => {
  it.each([true, false])(
    'give the first, with a warning, streamed: %s',
    async isStreamed => {
      const { content } = await deployed.doGenerate({ prompt: PROMPT });
      server.behave(() => ({ quirks: ['second-choice'] }));
      const options = {
        prompt: PROMPT,
        providerOptions: { baseten: { n: 2 } },
      };
      const texts: string[] = [];
      const warnings: object[] = [];
      if (isStreamed) {
        const { stream } = await deployed.doStream(options);
        for await (const part of stream) {
          if (part.type === 'text-delta') texts.push(part.delta);
          if (part.type === 'stream-start') warnings.push(...part.warnings);
        }
      } else {
        const result = await deployed.doGenerate(options);
        warnings.push(...result.warnings);
        for (const part of result.content) {
          if (part.type === 'text') texts.push(part.text);
        }
      }

      expect(texts.join('')).toBe(
        content
          .flatMap(part => (part.type === 'text' ? part.text : ''))
          .join(''),
      );
      expect(texts.join('')).not.toBe('');
      expect(warnings).toMatchObject([
        { type: 'other', message: expect.stringContaining('first choice') },
      ]);
    },
  );
});
