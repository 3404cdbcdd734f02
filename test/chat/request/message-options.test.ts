import type { JSONObject, LanguageModelV4Prompt } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { useLocalBaseten } from '../../support/use-local-baseten';
import { PROMPT } from '../support/ask';
import { createSender, PIXEL } from '../support/create-sender';

const server = await useLocalBaseten();
const { send, sendMessages } = createSender(server);

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
