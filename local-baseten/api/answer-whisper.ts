import { type HeardSegment, transcribe } from '../mind/transcribe';
import { gatewayError } from '../replies/error-envelopes';
import { jsonReply, type Reply } from '../replies/reply';
import { asRecord, isRecord } from '../utils/is-record';

const KNOWN_PARAMS = new Set([
  'prompt',
  'audio_language',
  'output_language',
  'show_word_timestamps',
  'enable_vad',
  'enable_diarization',
]);

/** `POST <target>/predict` and `/run_remote` of Baseten's Whisper. */
export function answerWhisper(input: unknown): Reply {
  const { audio, whisper_params: params, ...others } = asRecord(input);
  const unknown = [
    ...Object.keys(others),
    ...Object.keys(asRecord(params)).filter(name => !KNOWN_PARAMS.has(name)),
  ];
  if (unknown.length > 0) {
    return gatewayError(400, `Extra inputs are not permitted: ${unknown}`);
  }
  const sources = Object.entries(asRecord(audio));
  const [source] = sources;
  if (source === undefined || sources.length !== 1) {
    return gatewayError(400, 'Exactly one audio source is required');
  }
  const [kind, value] = source;
  const sound =
    kind === 'audio_b64'
      ? Buffer.from(String(value), 'base64')
      : // What is at a URL is not fetched: its name is heard instead.
        Buffer.from(`sound at ${value}`);
  if (sound.length === 0) return gatewayError(400, 'The audio is empty');
  return jsonReply(200, toReply(sound, asRecord(params)));
}

function toReply(sound: Buffer, params: Record<string, unknown>) {
  const { segments, seconds } = transcribe(sound);
  const isAuto = params.audio_language === 'auto';
  return {
    language_code: isAuto ? 'en' : (params.audio_language ?? 'en'),
    language_prob: isAuto ? 0.98 : null,
    segments: segments.map((segment, index) => ({
      ...toWire(segment, 'text'),
      log_prob: -0.25,
      ...(params.enable_diarization === true && {
        speaker: `SPEAKER_0${index % 2}`,
      }),
      ...(params.show_word_timestamps === true && {
        word_timestamps: segment.words.map(word => ({
          ...toWire(word, 'word'),
          prob: 0.9,
        })),
      }),
    })),
    audio_length_sec: seconds,
  };
}

function toWire(
  { text, start, end }: Omit<HeardSegment, 'words'>,
  name: 'text' | 'word',
) {
  return { [name]: text, start_time: start, end_time: end };
}

/** Whether the body of a request to `/predict` is for Whisper. */
export function isWhisperRequest(body: unknown): boolean {
  return isRecord(body) && 'whisper_input' in body;
}
