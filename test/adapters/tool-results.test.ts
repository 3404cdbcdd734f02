import type { LanguageModelV3ToolResultOutput } from 'provider-v3';
import { describe, expect, it } from 'vitest';
import { toCallOptionsV3 } from '../../src/adapters/to-call-options-v3';
import { toCallOptionsV4 } from '../../src/adapters/to-call-options-v4';

const url = new URL('https://example.com/a.png');

/** The prompt whose one tool result holds `output`. */
const withOutput = <OUTPUT>(output: OUTPUT) => [
  {
    role: 'tool' as const,
    content: [
      {
        type: 'tool-result' as const,
        toolCallId: 'c1',
        toolName: 'camera',
        output,
      },
    ],
  },
];

type ToolContent = Extract<
  LanguageModelV3ToolResultOutput,
  { type: 'content' }
>['value'][number];

const providerOptions = { baseten: { detail: 'low' } };

/** Each type of V3 and what V4 has for it. */
const TOOL_CONTENT: {
  [TYPE in ToolContent['type']]: Array<
    [v3: Extract<ToolContent, { type: TYPE }>, v4: object]
  >;
} = {
  text: [
    [
      { type: 'text', text: 'a' },
      { type: 'text', text: 'a' },
    ],
  ],
  custom: [
    [
      { type: 'custom', providerOptions },
      { type: 'custom', providerOptions },
    ],
  ],
  'file-data': [
    [
      {
        type: 'file-data',
        data: 'AQID',
        mediaType: 'text/plain',
        filename: 'a.txt',
        providerOptions,
      },
      {
        type: 'file',
        data: { type: 'data', data: 'AQID' },
        mediaType: 'text/plain',
        filename: 'a.txt',
        providerOptions,
      },
    ],
  ],
  'image-data': [
    [
      { type: 'image-data', data: 'AQID', mediaType: 'image/png' },
      {
        type: 'file',
        data: { type: 'data', data: 'AQID' },
        mediaType: 'image/png',
      },
    ],
  ],
  'file-url': [
    [
      { type: 'file-url', url: url.href, mediaType: 'image/png' },
      {
        type: 'file',
        data: { type: 'url', url, originalUrl: url.href },
        mediaType: 'image/png',
      },
    ],
    [
      { type: 'file-url', url: url.href },
      {
        type: 'file',
        data: { type: 'url', url, originalUrl: url.href },
        mediaType: 'application/octet-stream',
      },
    ],
  ],
  'image-url': [
    [
      { type: 'image-url', url: url.href },
      {
        type: 'file',
        data: { type: 'url', url, originalUrl: url.href },
        mediaType: 'image',
      },
    ],
  ],
  'file-id': [
    [
      { type: 'file-id', fileId: 'f1' },
      {
        type: 'file',
        data: { type: 'reference', reference: { baseten: 'f1' } },
        mediaType: 'application',
      },
    ],
  ],
  'image-file-id': [
    [
      { type: 'image-file-id', fileId: { other: 'f1' } },
      {
        type: 'file',
        data: { type: 'reference', reference: { other: 'f1' } },
        mediaType: 'image',
      },
    ],
  ],
};

describe('a result of a tool', () => {
  it.each(Object.values(TOOL_CONTENT).flat())('%o becomes %o', (v3, v4) => {
    const { prompt } = toCallOptionsV4({
      prompt: withOutput({ type: 'content', value: [v3] }),
    });

    // No key of the older form is left: results are sent as JSON.
    expect(prompt).toStrictEqual(withOutput({ type: 'content', value: [v4] }));
  });

  it('of AI SDK 5 has media, which are files', () => {
    const { prompt } = toCallOptionsV4(
      toCallOptionsV3({
        prompt: withOutput({
          type: 'content' as const,
          value: [
            { type: 'media' as const, data: 'AQID', mediaType: 'image/png' },
          ],
        }),
      }),
    );

    expect(prompt).toStrictEqual(
      withOutput({
        type: 'content',
        value: [
          {
            type: 'file',
            data: { type: 'data', data: 'AQID' },
            mediaType: 'image/png',
          },
        ],
      }),
    );
  });

  it.each<LanguageModelV3ToolResultOutput>([
    { type: 'text', value: 'a' },
    { type: 'json', value: { a: [1, null] } },
    { type: 'error-text', value: 'a' },
    { type: 'error-json', value: { a: 1 } },
    { type: 'execution-denied', reason: 'No.' },
  ])('%o stays what it is', output => {
    expect(toCallOptionsV4({ prompt: withOutput(output) }).prompt).toEqual(
      withOutput(output),
    );
  });
});
