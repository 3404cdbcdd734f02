import type { SharedV4Warning } from '@ai-sdk/provider';
import type { BasetenTranscriptionModelOptions } from './baseten-transcription-model-options';
import type { TranscriptionTools } from './transcription-tools';

/** The sound of a call: what the caller holds, or where it is. */
export type AudioSource =
  | { audio: Uint8Array | string; mediaType: string }
  | { url: string };

/** A call, before it is written as a server takes it. */
export interface TranscriptionCall {
  source: AudioSource;
  options: BasetenTranscriptionModelOptions & Record<string, unknown>;
  timestampGranularities: ReadonlyArray<'word' | 'segment'>;
  /** The name under which the server has the model, if it was given. */
  model?: string;
}

/**
 * Checks audio that is to be sent.
 *
 * @throws InvalidArgumentError if it cannot be transcribed, or is larger than
 * what Baseten takes in one request.
 */
export function checkAudio(
  { audio, mediaType }: { audio: Uint8Array | string; mediaType: string },
  bytes: number,
  { describe, invalidArgument, maxBytes }: TranscriptionTools,
): void {
  if (!(audio instanceof Uint8Array) && !isBase64(audio)) {
    throw invalidArgument(
      'audio',
      `Expected audio to be bytes or base64, got ${describe(audio)}. Pass a URL as a URL object.`,
    );
  }
  if (audio.length === 0) {
    throw invalidArgument(
      'audio',
      'Expected audio to hold sound, got 0 bytes.',
    );
  }
  if (
    !/^(?:(?:audio|video)\/.|application\/(?:octet-stream|ogg)$)/i.test(
      mediaType,
    )
  ) {
    throw invalidArgument(
      'mediaType',
      `Expected mediaType to be one of audio or video, got ${JSON.stringify(mediaType)}.`,
    );
  }
  if (bytes > maxBytes) {
    throw invalidArgument(
      'audio',
      `Expected a request of at most ${maxBytes / 1e6} MB, got ${Math.ceil(bytes / 1e6)} MB. Pass the audio as a URL to a Whisper deployment (/predict), which fetches it itself, or split it.`,
    );
  }
}

/** Says which options a server's form has no place for. */
export function warnOfUnused(
  options: Record<string, unknown>,
  details: string,
): SharedV4Warning[] {
  return Object.entries(options).flatMap(([feature, value]) =>
    value === undefined
      ? []
      : [{ type: 'unsupported' as const, feature, details }],
  );
}

function isBase64(text: unknown): boolean {
  return (
    typeof text === 'string' && /^[A-Za-z0-9+/\-_\s]*={0,2}\s*$/.test(text)
  );
}
