import type { LanguageModelV2CallOptions } from 'provider-v2';
import type { LanguageModelV3CallOptions } from 'provider-v3';
import { describe, expect, it } from 'vitest';
import { toCallOptionsV3 } from '../../src/adapters/to-call-options-v3';
import { toCallOptionsV4 } from '../../src/adapters/to-call-options-v4';

const url = new URL('https://example.com/a.png');
const bytes = new Uint8Array([1, 2, 3]);

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
