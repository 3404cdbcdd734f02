import type {
  LanguageModelV4Prompt,
  SharedV4ProviderOptions,
} from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { useLocalBaseten } from '../../support/use-local-baseten';
import { PROMPT } from '../support/ask';
import { createSender } from '../support/create-sender';

const server = await useLocalBaseten();
const { model, deployed, send, sendMessages } = createSender(server);

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
