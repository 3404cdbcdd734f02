import { InvalidArgumentError } from '@ai-sdk/provider';
import { generateText, streamText, tool } from 'ai';
import { describe, expect, it } from 'vitest';
import { z } from 'zod/v4';
import { type BasetenLanguageModelChatOptions, createBaseten } from '../../src';
import { captureError } from '../support/capture-error';
import { useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();
const { apiKey, baseURL, modelURL } = server;
const model = createBaseten({ apiKey, baseURL })('openai/gpt-oss-120b');
const prompt = 'Hi';

const OPTIONS = {
  user: 'user-17',
  reasoningEffort: 'high',
  textVerbosity: 'low',
  chatTemplateArgs: { enable_thinking: true, someKey: [1, null] },
  thinking: { type: 'enabled' },
  parallelToolCalls: false,
  minP: 0.1,
  topPMin: 0.2,
  repetitionPenalty: 1.1,
  lengthPenalty: 0.9,
  minTokens: 10,
  ignoreEos: false,
  stopTokenIds: [1, 2],
  bad: ['word'],
  badTokenIds: [3],
  logitBias: { '50256': -100 },
  topLogprobs: 0,
  logprobs: false,
} satisfies BasetenLanguageModelChatOptions;

const WIRE = {
  user: 'user-17',
  reasoning_effort: 'high',
  verbosity: 'low',
  chat_template_args: { enable_thinking: true, someKey: [1, null] },
  thinking: { type: 'enabled' },
  parallel_tool_calls: false,
  min_p: 0.1,
  top_p_min: 0.2,
  repetition_penalty: 1.1,
  length_penalty: 0.9,
  min_tokens: 10,
  ignore_eos: false,
  stop_token_ids: [1, 2],
  bad: ['word'],
  bad_token_ids: [3],
  logit_bias: { '50256': -100 },
  top_logprobs: 0,
  logprobs: false,
};

/** What was sent, but for what every request has. */
function sentFields(): object {
  const { body } = server.requests[0] ?? {};
  if (typeof body !== 'object' || body === null) return {};
  const { model: _, messages: __, ...fields } = Object(body);
  return fields;
}

describe('chat options', () => {
  it('are sent by the names of the wire, and nothing else is', async () => {
    await generateText({
      model,
      prompt,
      providerOptions: { baseten: OPTIONS },
    });

    expect(sentFields()).toEqual(WIRE);
  });

  it('are sent with streams', async () => {
    const { text } = streamText({
      model,
      prompt,
      providerOptions: { baseten: OPTIONS },
    });
    await text;

    expect(sentFields()).toEqual({
      ...WIRE,
      stream: true,
      stream_options: { include_usage: true },
    });
  });

  it('leave unknown keys and the names of the wire untouched', async () => {
    const fields = {
      min_p: 0.3,
      top_k: 7,
      reasoning: { max_tokens: 2000 },
      someOption: { nestedKey: ['a', null] },
      reasoning_effort: 'max',
      stream_options: { include_usage: false },
    };
    await generateText({
      model,
      prompt,
      topK: 40,
      reasoning: 'low',
      providerOptions: { baseten: fields },
    });

    expect(sentFields()).toEqual(fields);
  });

  it('may be given below openaiCompatible, where baseten wins', async () => {
    await generateText({
      model,
      prompt,
      providerOptions: {
        openaiCompatible: { user: 'one', minP: 0.5, reasoningEffort: 'low' },
        baseten: { user: 'two' },
      },
    });

    expect(sentFields()).toEqual({
      user: 'two',
      min_p: 0.5,
      reasoning_effort: 'low',
    });
  });

  it('are not those of other providers', async () => {
    const { warnings } = await generateText({
      model,
      prompt,
      providerOptions: { other: { minP: 0.5 } },
    });

    expect(sentFields()).toEqual({});
    expect(warnings).toEqual([]);
  });

  it.each([
    ['minP', '0.1'],
    ['minTokens', 1.5],
    ['parallelToolCalls', 'no'],
    ['chatTemplateArgs', 'thinking'],
    ['stopTokenIds', ['a']],
    ['logitBias', { a: 'b' }],
    ['reasoningEffort', 3],
    ['user', 17],
  ])('%s of a wrong type is an InvalidArgumentError', async (name, value) => {
    const error = await captureError(() =>
      generateText({
        model,
        prompt,
        providerOptions: { baseten: { [name]: value } },
      }),
    );

    expect(InvalidArgumentError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      message: expect.stringContaining(name),
      argument: 'providerOptions',
    });
    expect(server.requests).toEqual([]);
  });
});

describe('settings of the AI SDK', () => {
  it('are sent by the names that Baseten knows', async () => {
    const { warnings } = await generateText({
      model,
      instructions: 'Be brief.',
      prompt,
      maxOutputTokens: 100,
      temperature: 0.5,
      topP: 0.9,
      topK: 40,
      frequencyPenalty: 0.1,
      presencePenalty: 0.2,
      stopSequences: ['END'],
      seed: 7,
    });

    expect(warnings).toEqual([]);
    expect(server.requests[0]?.body).toEqual({
      model: 'openai/gpt-oss-120b',
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Hi' },
      ],
      max_tokens: 100,
      temperature: 0.5,
      top_p: 0.9,
      top_k: 40,
      frequency_penalty: 0.1,
      presence_penalty: 0.2,
      stop: ['END'],
      seed: 7,
    });
  });

  it.each(['auto', 'none', 'required'] as const)(
    'send tool choice %s',
    async toolChoice => {
      await generateText({
        model,
        prompt,
        toolChoice,
        tools: { weather: tool({ inputSchema: z.object({}) }) },
      });

      expect(sentFields()).toMatchObject({ tool_choice: toolChoice });
    },
  );

  it('send the choice of one tool', async () => {
    await generateText({
      model,
      prompt,
      toolChoice: { type: 'tool', toolName: 'weather' },
      tools: { weather: tool({ inputSchema: z.object({}) }) },
    });

    expect(sentFields()).toMatchObject({
      tool_choice: { type: 'function', function: { name: 'weather' } },
    });
  });

  it('are sent to deployments as well', async () => {
    const deployed = createBaseten({ apiKey, modelURL: `${modelURL}/v1` });
    await generateText({
      model: deployed(),
      prompt,
      topK: 40,
      reasoning: 'low',
      providerOptions: { baseten: { minP: 0.1 } },
    });

    expect(sentFields()).toEqual({
      top_k: 40,
      min_p: 0.1,
      reasoning_effort: 'low',
    });
  });
});
