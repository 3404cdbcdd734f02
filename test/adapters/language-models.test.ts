import type {
  LanguageModelV4FinishReason,
  LanguageModelV4StreamPart,
  SharedV4Warning,
} from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { toLanguageModelV3 } from '../../src/adapters/to-language-model-v3';
import { adaptToV2, createModel } from './create-model';
import { FLAT_USAGE, USAGE, USAGE_COPY } from './usage';

const PROMPT = { prompt: [] };

const VERSIONS = [
  { version: 'v2', adapt: adaptToV2 },
  { version: 'v3', adapt: toLanguageModelV3 },
] as const;

describe.each(VERSIONS)(
  'a language model as $version',
  ({ version, adapt }) => {
    it('is named as the model is', () => {
      const { model } = createModel();

      expect(adapt(model)).toMatchObject({
        specificationVersion: version,
        provider: 'baseten.chat',
        modelId: 'any-id',
        supportedUrls: model.supportedUrls,
      });
    });

    it('gives what was sent and what came back', async () => {
      const response = {
        id: 'r1',
        timestamp: new Date(0),
        modelId: 'other-id',
        headers: { 'x-request-id': '17' },
        body: { choices: [] },
      };
      const { model } = createModel({
        request: { body: 'sent' },
        response,
        providerMetadata: { baseten: { list: [1] } },
      });

      expect(await adapt(model).doGenerate(PROMPT)).toMatchObject({
        request: { body: 'sent' },
        response,
        providerMetadata: { baseten: { list: [1] } },
      });
    });

    it('throws what the model throws', async () => {
      const error = new Error('refused');
      const { model } = createModel();
      const failing = adapt({
        ...model,
        doGenerate: () => Promise.reject(error),
        doStream: () => Promise.reject(error),
      });

      await expect(failing.doGenerate(PROMPT)).rejects.toBe(error);
      await expect(failing.doStream(PROMPT)).rejects.toBe(error);
    });

    it('passes parts on as they come', async () => {
      const { readable, writable } = new TransformStream<
        LanguageModelV4StreamPart,
        LanguageModelV4StreamPart
      >();
      const sender = writable.getWriter();
      const { model } = createModel({ stream: readable });
      const { stream } = await adapt(model).doStream(PROMPT);
      const reader = stream.getReader();

      for (const delta of ['one', 'two']) {
        void sender.write({ type: 'text-delta', id: '1', delta });
        expect((await reader.read()).value).toMatchObject({ delta });
      }
      await reader.cancel();
    });

    it('ends the stream that breaks with its error', async () => {
      const error = new Error('broken');
      const { model } = createModel({
        stream: new ReadableStream({ start: sender => sender.error(error) }),
      });
      const { stream } = await adapt(model).doStream(PROMPT);

      await expect(stream.getReader().read()).rejects.toBe(error);
    });

    it('cancels the stream that nobody reads any more', async () => {
      let reason: unknown;
      const { model } = createModel({
        stream: new ReadableStream({
          cancel: given => {
            reason = given;
          },
        }),
      });
      const { stream } = await adapt(model).doStream(PROMPT);

      await stream.cancel('enough');

      expect(reason).toBe('enough');
    });

    it('works in a proxy that changes its version', async () => {
      const { model, calls } = createModel();
      const wrapped = new Proxy(adapt(model), {
        get: (target, name) =>
          name === 'specificationVersion' ? 'v4' : Reflect.get(target, name),
      });

      expect(wrapped.specificationVersion).toBe('v4');
      await wrapped.doGenerate(PROMPT);
      expect(calls).toHaveLength(1);
    });
  },
);

const FINISH_REASONS: Array<
  [v4: LanguageModelV4FinishReason, v3: string, v2: string]
> = [
  [{ unified: 'stop', raw: 'stop' }, 'stop', 'stop'],
  [{ unified: 'length', raw: 'length' }, 'length', 'length'],
  [
    { unified: 'content-filter', raw: 'content_filter' },
    'content-filter',
    'content-filter',
  ],
  [{ unified: 'tool-calls', raw: 'tool_calls' }, 'tool-calls', 'tool-calls'],
  [{ unified: 'error', raw: 'error' }, 'error', 'error'],
  [{ unified: 'other', raw: 'strange' }, 'other', 'other'],
  [{ unified: 'other', raw: undefined }, 'other', 'unknown'],
  [{ unified: 'interrupted', raw: undefined }, 'other', 'unknown'],
];

it.each(FINISH_REASONS)(
  'finish reason %o has its place',
  async (finishReason, v3, v2) => {
    const { model } = createModel({ finishReason });

    const six = await toLanguageModelV3(model).doGenerate(PROMPT);
    const five = await adaptToV2(model).doGenerate(PROMPT);

    expect(six.finishReason).toEqual({ unified: v3, raw: finishReason.raw });
    expect(five.finishReason).toBe(v2);
  },
);

const WARNINGS: Array<[v4: SharedV4Warning, v3: object, v2: object]> = [
  [
    { type: 'unsupported', feature: 'topK', details: 'Not there.' },
    { type: 'unsupported', feature: 'topK', details: 'Not there.' },
    { type: 'unsupported-setting', setting: 'topK', details: 'Not there.' },
  ],
  [
    { type: 'compatibility', feature: 'reasoning', details: 'As high.' },
    { type: 'compatibility', feature: 'reasoning', details: 'As high.' },
    { type: 'other', message: 'reasoning: As high.' },
  ],
  [
    { type: 'compatibility', feature: 'reasoning' },
    { type: 'compatibility', feature: 'reasoning' },
    { type: 'other', message: 'reasoning' },
  ],
  [
    { type: 'deprecated', setting: 'old', message: 'Use new.' },
    { type: 'other', message: 'old: Use new.' },
    { type: 'other', message: 'old: Use new.' },
  ],
  [
    { type: 'other', message: 'Mind this.' },
    { type: 'other', message: 'Mind this.' },
    { type: 'other', message: 'Mind this.' },
  ],
];

it.each(WARNINGS)('warning %o has its place', async (warning, v3, v2) => {
  const { model } = createModel({ warnings: [warning] });

  const six = await toLanguageModelV3(model).doGenerate(PROMPT);
  const five = await adaptToV2(model).doGenerate(PROMPT);

  expect(six.warnings).toEqual([v3]);
  expect(five.warnings).toEqual([v2]);
});

it('usage keeps its details in V3 and is flat in V2', async () => {
  const { model } = createModel();

  const six = await toLanguageModelV3(model).doGenerate(PROMPT);
  const five = await adaptToV2(model).doGenerate(PROMPT);

  expect(six.usage).toStrictEqual(USAGE_COPY);
  expect(five.usage).toStrictEqual(FLAT_USAGE);
});

it('usage that was not told stays unknown', async () => {
  const { model } = createModel({
    usage: {
      inputTokens: {
        total: undefined,
        noCache: undefined,
        cacheRead: undefined,
        cacheWrite: undefined,
      },
      outputTokens: { ...USAGE.outputTokens, total: 5 },
    },
  });

  const { usage } = await adaptToV2(model).doGenerate(PROMPT);

  expect(usage).toMatchObject({
    inputTokens: undefined,
    outputTokens: 5,
    totalTokens: undefined,
  });
});
