import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { generateText, type ModelMessage } from 'ai';
import fc from 'fast-check';
import type { LanguageModelV2CallOptions } from 'provider-v2';
import type {
  LanguageModelV3CallOptions,
  LanguageModelV3ToolResultOutput,
} from 'provider-v3';
import { describe, expect, it } from 'vitest';
import { toCallOptionsV3 } from '../../src/adapters/to-call-options-v3';
import { toCallOptionsV4 } from '../../src/adapters/to-call-options-v4';
import { toLanguageModelV3 } from '../../src/adapters/to-language-model-v3';
import { createModel } from './create-model';

const url = new URL('https://example.com/a.png');
const bytes = new Uint8Array([1, 2, 3]);

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

describe('options of a call', () => {
  it('stay what they are where the versions agree', () => {
    const options: LanguageModelV2CallOptions & LanguageModelV3CallOptions = {
      prompt: [
        { role: 'system', content: 'Be kind.' },
        { role: 'user', content: [{ type: 'text', text: 'Hello' }] },
        {
          role: 'assistant',
          content: [
            { type: 'reasoning', text: 'A greeting.' },
            { type: 'text', text: 'Hi' },
            {
              type: 'tool-call',
              toolCallId: 'c1',
              toolName: 'weather',
              input: { city: 'Lisbon' },
            },
          ],
        },
      ],
      tools: [
        { type: 'function', name: 'weather', inputSchema: { type: 'object' } },
      ],
      toolChoice: { type: 'required' },
      responseFormat: { type: 'json', schema: { type: 'object' } },
      maxOutputTokens: 10,
      temperature: 0.5,
      stopSequences: ['#'],
      topP: 0.5,
      topK: 5,
      presencePenalty: 1,
      frequencyPenalty: 1,
      seed: 7,
      includeRawChunks: true,
      abortSignal: new AbortController().signal,
      headers: { 'x-one': '1', 'x-none': undefined },
      providerOptions: { baseten: { user: 'user-17' } },
    };

    expect(toCallOptionsV4(options)).toEqual(options);
    expect(toCallOptionsV3(options)).toEqual(options);
  });

  it('have no tools where none were given', () => {
    expect(toCallOptionsV4({ prompt: [] }).tools).toBeUndefined();
  });

  it("name another provider's tools as V4 does", () => {
    const tool = { id: 'other.search', name: 'search', args: { depth: 1 } };
    const expected = [{ ...tool, type: 'provider' }] as const;

    expect(
      toCallOptionsV3({
        prompt: [],
        tools: [{ ...tool, id: 'other.search', type: 'provider-defined' }],
      }).tools,
    ).toEqual(expected);
    expect(
      toCallOptionsV4({
        prompt: [],
        tools: [{ ...tool, id: 'other.search', type: 'provider' }],
      }).tools,
    ).toEqual(expected);
  });

  it.each([
    ['bytes', bytes, { type: 'data', data: bytes }],
    ['base64', 'AQID', { type: 'data', data: 'AQID' }],
    ['a URL', url, { type: 'url', url }],
  ])('tell files that are %s', (_, data, expected) => {
    const file = {
      type: 'file' as const,
      mediaType: 'image/png',
      filename: 'a.png',
      providerOptions: { baseten: { detail: 'low' } },
    };

    for (const role of ['user', 'assistant'] as const) {
      expect(
        toCallOptionsV4({ prompt: [{ role, content: [{ ...file, data }] }] })
          .prompt,
      ).toEqual([{ role, content: [{ ...file, data: expected }] }]);
    }
  });

  it('keep the text that a URL was made of', () => {
    const { prompt } = toCallOptionsV4({
      prompt: [
        {
          role: 'user',
          content: [
            {
              type: 'file',
              mediaType: 'image/png',
              data: new URL('gs://bucket/a b'),
              originalUrl: 'gs://bucket/a b',
            },
          ],
        },
      ],
    });

    expect(prompt).toMatchObject([
      { content: [{ data: { originalUrl: 'gs://bucket/a b' } }] },
    ]);
  });

  it('keep an approval of a tool', () => {
    const prompt: LanguageModelV3CallOptions['prompt'] = [
      {
        role: 'tool',
        content: [
          {
            type: 'tool-approval-response',
            approvalId: 'a1',
            approved: false,
            reason: 'Too dear.',
          },
        ],
      },
    ];

    expect(toCallOptionsV4({ prompt }).prompt).toEqual(prompt);
  });
});

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

describe('messages that AI SDK 7 translates into V3', () => {
  const text = fc.record({
    type: fc.constant('text' as const),
    text: fc.string({ minLength: 1 }),
  });
  const file = fc.record({
    type: fc.constant('file' as const),
    mediaType: fc.constantFrom('image/png', 'application/pdf', 'text/plain'),
    data: fc.oneof(
      fc.uint8Array({ minLength: 1 }),
      fc.base64String({ minLength: 4 }),
    ),
    filename: fc.string(),
  });
  const output = fc.oneof(
    fc.record({ type: fc.constant('text' as const), value: fc.string() }),
    fc.record({ type: fc.constant('json' as const), value: fc.jsonValue() }),
    fc.record({
      type: fc.constant('content' as const),
      value: fc.array(
        fc.oneof(
          text,
          fc.record({
            type: fc.constant('file' as const),
            mediaType: fc.constantFrom('image/png', 'text/plain'),
            data: fc.record({
              type: fc.constant('data' as const),
              data: fc.base64String({ minLength: 4 }),
            }),
            filename: fc.string(),
          }),
        ),
      ),
    }),
  );
  const messages = fc.tuple(
    fc.array(fc.oneof(text, file), { minLength: 1 }),
    fc.array(text),
    output,
  );

  it('are the same again after the way back', async () => {
    await fc.assert(
      fc.asyncProperty(messages, async ([user, assistant, result]) => {
        const call = { toolCallId: 'c1', toolName: 'camera' };
        const given = [
          { role: 'user', content: user },
          {
            role: 'assistant',
            content: [...assistant, { type: 'tool-call', ...call, input: {} }],
          },
          {
            role: 'tool',
            content: [{ type: 'tool-result', ...call, output: result }],
          },
        ] satisfies ModelMessage[];

        expect(
          await promptOf(given, model => toLanguageModelV3(model)),
        ).toEqual(await promptOf(given, model => model));
      }),
    );
  });
});

/** What a model is asked, with `adapt` between it and AI SDK 7. */
async function promptOf(
  messages: ModelMessage[],
  adapt: (
    model: ReturnType<typeof createModel>['model'],
  ) => Parameters<typeof generateText>[0]['model'],
): Promise<LanguageModelV4CallOptions['prompt'] | undefined> {
  const { model, calls } = createModel({
    content: [{ type: 'text', text: 'a' }],
  });
  await generateText({ model: adapt(model), messages });
  return calls[0]?.prompt;
}
