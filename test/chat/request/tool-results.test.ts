import type { LanguageModelV4Prompt } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { captureError } from '../../support/capture-error';
import { useLocalBaseten } from '../../support/use-local-baseten';
import { PROMPT } from '../support/ask';
import { createSender, PIXEL } from '../support/create-sender';

const server = await useLocalBaseten();
const { model, send } = createSender(server);

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

  it('reach a server that takes parts as files, any other as text', async () => {
    const options = { baseten: { multiPartToolResults: true } };
    const textOf = async (providerOptions?: typeof options) => {
      const { content } = await model.doGenerate({ prompt, providerOptions });
      return content.map(part => (part.type === 'text' ? part.text : ''));
    };

    expect((await textOf(options)).join('')).toContain(
      'an image of type image/png with 45 bytes',
    );
    server.behave(() => ({ quirks: ['text-tool-results'] }));
    expect((await textOf()).join('')).toContain(PIXEL);
    expect(await captureError(() => textOf(options))).toMatchObject({
      name: 'AI_APICallError',
      statusCode: 400,
      message: 'Validation: a tool message takes text only',
    });
  });
});
