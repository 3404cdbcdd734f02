import type { SharedV4Warning } from '@ai-sdk/provider';
import { generateText, streamText } from 'ai';
import { describe, expect, it } from 'vitest';
import { createBaseten } from '../../src';
import { BASETEN_CHAT_MODELS } from '../../src/chat/baseten-chat-models';
import { createReasoningFields } from '../../src/chat/request/reasoning-fields';
import { useLocalBaseten } from '../support/use-local-baseten';

// The AI SDK prints what it warns of, which is expected here.
globalThis.AI_SDK_LOG_WARNINGS = false;

const server = await useLocalBaseten();
const { apiKey, baseURL } = server;
const provider = createBaseten({ apiKey, baseURL });
const prompt = 'Why is the sky blue?';

const LEVELS = [
  'none',
  'minimal',
  'low',
  'medium',
  'high',
  'xhigh',
  'max',
] as const;

/** What each family is sent for each level; `*` where there is a warning. */
const FAMILIES: Record<string, { models: string[]; efforts: string }> = {
  'all levels': {
    models: ['deepseek-ai/DeepSeek-V4-Flash-0731', 'openai/gpt-oss-120b'],
    efforts: 'none minimal low medium high xhigh max',
  },
  'four levels': {
    models: [
      'deepseek-ai/DeepSeek-V4-Pro-0813',
      'deepseek-ai/DeepSeek-V4.1-Flash',
      'deepseek-ai/DeepSeek-V4.1-Flash-1017-Fast',
      'moonshotai/Kimi-K3',
    ],
    efforts: 'none low* low low* high high* max',
  },
  'reasoning that is always on': {
    models: [
      'zai-org/GLM-5.3',
      'zai-org/GLM-5.3-Fast',
      'zai-org/GLM-5.3-Flash',
    ],
    efforts: 'low* low* low low* high high* max',
  },
  'levels and a switch': {
    models: ['zai-org/GLM-5.2', 'zai-org/GLM-5.2-Fast'],
    efforts: 'none high*-on high*-on high*-on high-on high*-on max-on',
  },
  'a switch alone': {
    models: ['nvidia/NVIDIA-Nemotron-3-Ultra-550B-A55B'],
    efforts: '-off *-on *-on *-on -on *-on *-on',
  },
  'nothing known of them': {
    models: ['acme/Thinker', 'placeholder'],
    efforts: 'none minimal low medium high xhigh max',
  },
};

describe.each(Object.entries(FAMILIES))('models with %s', (_name, family) => {
  it.each(family.models)('are sent what %s accepts', model => {
    const sent = LEVELS.map(level => {
      const warnings: SharedV4Warning[] = [];
      const { reasoning_effort = '', chat_template_args } =
        createReasoningFields(model, level, warnings);
      const thinking = JSON.stringify(chat_template_args) ?? '';
      return [
        reasoning_effort,
        warnings.length > 0 ? '*' : '',
        {
          '{"enable_thinking":true}': '-on',
          '{"enable_thinking":false}': '-off',
        }[thinking] ?? thinking,
      ].join('');
    });

    expect(sent.join(' ')).toBe(family.efforts);
  });
});

describe('the reasoning option', () => {
  it.each(BASETEN_CHAT_MODELS)('works on $id', async ({ id }) => {
    const model = provider(id);
    for (const level of LEVELS) {
      const { text, reasoningText } = await generateText({
        model,
        prompt,
        reasoning: level,
      });

      expect(text).toMatch(/./);
      if (level !== 'none') expect(reasoningText).toMatch(/./);
    }
  });

  it.each([undefined, 'provider-default'] as const)(
    'sends nothing for %s',
    async reasoning => {
      await generateText({
        model: provider('zai-org/GLM-5.2'),
        prompt,
        reasoning,
      });

      expect(server.requests[0]?.body).toEqual({
        model: 'zai-org/GLM-5.2',
        messages: [{ role: 'user', content: prompt }],
      });
    },
  );

  it('warns where a level cannot be had, streamed or not', async () => {
    const settings = {
      model: provider('zai-org/GLM-5.3'),
      prompt,
      reasoning: 'none' as const,
    };
    const expected = [
      {
        type: 'compatibility',
        feature: 'reasoning',
        details: expect.stringContaining('low'),
      },
    ];

    expect((await generateText(settings)).warnings).toEqual(expected);
    expect(await streamText(settings).warnings).toEqual(expected);
    expect(server.requests).toMatchObject([
      { body: { reasoning_effort: 'low' } },
      { body: { reasoning_effort: 'low' } },
    ]);
  });

  it('is switched off where the server refuses to be told not to think', async () => {
    server.behave(() => ({ quirks: ['no-thinking-switch'] }));
    const { reasoningText, warnings } = await generateText({
      model: provider('zai-org/GLM-5.2'),
      prompt,
      reasoning: 'none',
    });

    expect({ reasoningText, warnings }).toEqual({
      reasoningText: undefined,
      warnings: [],
    });
  });

  it('says which model has no levels', async () => {
    const { warnings } = await generateText({
      model: provider('nvidia/NVIDIA-Nemotron-3-Ultra-550B-A55B'),
      prompt,
      reasoning: 'low',
    });

    expect(warnings).toEqual([
      {
        type: 'compatibility',
        feature: 'reasoning',
        details:
          'nvidia/NVIDIA-Nemotron-3-Ultra-550B-A55B has no levels of reasoning: it is on, and "low" is not sent.',
      },
    ]);
  });
});

describe('own reasoning options', () => {
  const model = provider('zai-org/GLM-5.2');

  it.each([
    [{ reasoningEffort: 'max' }, { reasoning_effort: 'max' }],
    [{ reasoningEffort: null }, { reasoning_effort: null }],
    [{ reasoning_effort: 'max' }, { reasoning_effort: 'max' }],
  ])('%j wins and is sent unchanged', async (baseten, expected) => {
    const { warnings } = await generateText({
      model,
      prompt,
      reasoning: 'low',
      providerOptions: { baseten },
    });

    expect(warnings).toEqual([]);
    expect(server.requests[0]?.body).toEqual({
      model: 'zai-org/GLM-5.2',
      messages: [{ role: 'user', content: prompt }],
      ...expected,
    });
  });

  it.each([
    { reasoningEffort: undefined },
    { reasoning_effort: undefined },
    { chatTemplateArgs: undefined },
  ])('%o leaves the call to decide', async baseten => {
    await generateText({
      model,
      prompt,
      reasoning: 'high',
      providerOptions: { baseten },
    });

    expect(server.requests[0]?.body).toMatchObject({
      reasoning_effort: 'high',
      chat_template_args: { enable_thinking: true },
    });
  });

  it('chatTemplateArgs win and are sent unchanged', async () => {
    const chatTemplateArgs = { enable_thinking: false, other: 1 };
    await generateText({
      model,
      prompt,
      reasoning: 'high',
      providerOptions: { baseten: { chatTemplateArgs } },
    });

    expect(server.requests[0]?.body).toMatchObject({
      reasoning_effort: 'high',
      chat_template_args: chatTemplateArgs,
    });
  });
});

it('sends the reasoning of earlier turns back', async () => {
  await generateText({
    model: provider('openai/gpt-oss-120b'),
    messages: [
      { role: 'user', content: 'Hi' },
      {
        role: 'assistant',
        content: [
          { type: 'reasoning', text: 'A greeting.' },
          { type: 'text', text: 'Hello!' },
        ],
      },
      { role: 'user', content: 'How are you?' },
    ],
  });

  expect(server.requests[0]?.body).toMatchObject({
    messages: [
      { role: 'user' },
      {
        role: 'assistant',
        content: 'Hello!',
        reasoning_content: 'A greeting.',
      },
      { role: 'user' },
    ],
  });
});

it("is switched on beside arguments of the chat template of one's own", async () => {
  server.reset();
  await generateText({
    model: provider('zai-org/GLM-5.2'),
    prompt,
    reasoning: 'high',
    providerOptions: {
      baseten: { chatTemplateArgs: { clear_thinking: false } },
    },
  });

  expect(server.requests[0]?.body).toMatchObject({
    reasoning_effort: 'high',
    chat_template_args: { enable_thinking: true, clear_thinking: false },
  });
});
