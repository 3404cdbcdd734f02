import type {
  LanguageModelV4StreamPart,
  SharedV4Warning,
} from '@ai-sdk/provider';
import { isAbortError } from '@ai-sdk/provider-utils';
import { transformStream } from '../../utils/transform-stream';
import {
  createStreamReader,
  type StreamOptions,
  type StreamReader,
} from './stream-reader';

/** The parts of a chat stream, made as its bytes arrive. */
export function streamParts(
  body: ReadableStream<Uint8Array>,
  {
    abortSignal,
    warnings,
    ...options
  }: StreamOptions & {
    abortSignal: AbortSignal | undefined;
    warnings: SharedV4Warning[];
  },
): ReadableStream<LanguageModelV4StreamPart> {
  let reader: StreamReader;
  let brokenBy: unknown;

  return transformStream<Uint8Array, LanguageModelV4StreamPart>(body, {
    readAhead: 16,
    start(emit) {
      reader = createStreamReader(emit, options);
      emit({ type: 'stream-start', warnings });
    },
    transform: bytes => reader.push(bytes),
    isOver: () => reader.isOver(),
    recover(error) {
      if (abortSignal?.aborted || isAbortError(error)) {
        throw error;
      }
      brokenBy = error;
    },
    end: () => reader.end(brokenBy),
  });
}
