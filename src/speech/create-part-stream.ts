import type {
  SharedV4Warning,
  Experimental_SpeechModelV4StreamPart as SpeechModelV4StreamPart,
} from '@ai-sdk/provider';
import {
  assertSound,
  decodeSound,
  isWavType,
  looksLikeJson,
  readType,
  type SpeechRequest,
} from './decode-sound';
import { createChunkReader } from './read-chunks';
import { findSoundType } from './sound-type';

/** Number of bytes that tell the kinds of sound apart. */
const TELLING_BYTES = 12;

/**
 * The parts of a streamed reply: sound as it arrives. A JSON reply is read
 * whole and becomes one part.
 */
export function createPartStream(
  reply: {
    stream: ReadableStream<Uint8Array>;
    headers: Record<string, string>;
  },
  {
    explain,
    metadata,
    warnings,
    ...request
  }: SpeechRequest & {
    timeoutSeconds: number;
    abortSignal: AbortSignal | undefined;
    /** What an error passes through before it is seen. */
    explain: (error: unknown) => unknown;
    metadata: { timestamp: Date; modelId: string };
    warnings: SharedV4Warning[];
  },
): ReadableStream<SpeechModelV4StreamPart> {
  const { headers } = reply;
  const chunks = createChunkReader(reply.stream, request);
  let type: string | undefined;

  return new ReadableStream<SpeechModelV4StreamPart>({
    start: controller => {
      controller.enqueue({ type: 'stream-start', warnings });
      controller.enqueue({ type: 'response-metadata', ...metadata, headers });
    },
    pull: async controller => {
      try {
        const isFirst = type === undefined;
        let audio = await chunks.read(isFirst ? TELLING_BYTES : 1);
        if (isFirst && looksLikeJson(audio)) {
          const body = await chunks.readRest(audio);
          audio = decodeSound({ body, headers }, request).bytes;
        } else if (isFirst) {
          assertSound(readType(headers));
        }
        type ??= findSoundType(audio) ?? toAudioType(readType(headers));
        if (audio.length > 0) {
          controller.enqueue({ type: 'audio', audio, audioFormat: { type } });
        } else {
          controller.enqueue({ type: 'finish' });
          controller.close();
        }
      } catch (error) {
        await chunks.cancel(error);
        controller.error(explain(error));
      }
    },
    cancel: reason => chunks.cancel(reason),
  });
}

/** A WAV without its header is raw samples. */
function toAudioType(type: string): string {
  return isWavType(type) || !type.startsWith('audio/') ? 'audio/pcm' : type;
}
