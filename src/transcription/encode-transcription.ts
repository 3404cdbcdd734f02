import { invalidArgument } from '../errors/invalid-argument';
import { describe } from '../errors/invalid-reply';
import { MAX_UPLOAD_BYTES } from '../settings/defaults';
import type { BasetenTranscriptionModelOptions } from './baseten-transcription-model-options';

/** The audio of a call, or its URL. */
export type AudioSource =
  | { audio: Uint8Array | string; mediaType: string }
  | { url: string };

/** A call, before it is written as a server takes it. */
export interface TranscriptionCall {
  source: AudioSource;
  options: BasetenTranscriptionModelOptions & Record<string, unknown>;
  timestampGranularities: ReadonlyArray<'word' | 'segment'>;
  /** The name under which the server has the model, if it was given. */
  model: string | undefined;
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
  if (bytes > MAX_UPLOAD_BYTES) {
    throw invalidArgument(
      'audio',
      `Expected a request of at most ${MAX_UPLOAD_BYTES / 1e6} MB, got ${Math.ceil(bytes / 1e6)} MB. Pass the audio as a URL to a Whisper deployment (/predict), which fetches it itself, or split it.`,
    );
  }
}

function isBase64(text: unknown): boolean {
  return (
    typeof text === 'string' && /^[A-Za-z0-9+/\-_\s]*={0,2}\s*$/.test(text)
  );
}
