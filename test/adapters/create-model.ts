import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4GenerateResult,
  LanguageModelV4StreamPart,
} from '@ai-sdk/provider';
import { toLanguageModelV2 } from '../../src/adapters/to-language-model-v2';
import { toLanguageModelV3 } from '../../src/adapters/to-language-model-v3';
import { USAGE } from './usage';

/** A chat model that remembers its calls and answers what it is told. */
export function createModel({
  stream = streamOf([]),
  ...result
}: {
  stream?: ReadableStream<LanguageModelV4StreamPart>;
} & Partial<LanguageModelV4GenerateResult> = {}) {
  const calls: LanguageModelV4CallOptions[] = [];
  const model: LanguageModelV4 = {
    specificationVersion: 'v4',
    provider: 'baseten.chat',
    modelId: 'any-id',
    supportedUrls: { 'image/*': [/^https:/] },
    doGenerate: async options => {
      calls.push(options);
      return {
        content: [],
        finishReason: { unified: 'stop', raw: 'stop' },
        usage: USAGE,
        warnings: [],
        ...result,
      };
    },
    doStream: async options => {
      calls.push(options);
      return { stream, request: { body: 'sent' } };
    },
  };
  return { model, calls };
}

/** The model as AI SDK 5 gets it: by way of AI SDK 6. */
export const adaptToV2 = (model: LanguageModelV4) =>
  toLanguageModelV2(toLanguageModelV3(model));

/** A stream of the given parts. */
export function streamOf<PART>(parts: readonly PART[]): ReadableStream<PART> {
  return new ReadableStream({
    start(controller) {
      for (const part of parts) {
        controller.enqueue(part);
      }
      controller.close();
    },
  });
}

/** All parts of a stream. */
export async function partsOf<PART>(
  stream: ReadableStream<PART>,
): Promise<PART[]> {
  const parts: PART[] = [];
  for await (const part of stream) {
    parts.push(part);
  }
  return parts;
}
