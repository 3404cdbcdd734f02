import type { JSONObject } from '@ai-sdk/provider';
import { convertUint8ArrayToBase64 } from '@ai-sdk/provider-utils';
import type { JsonObject } from '../utils/json-object';
import { warnOfUnused } from '../utils/warn-of-unused';
import { checkAudio, type TranscriptionCall } from './encode-transcription';
import { readTimes, toSeconds, toText } from './times';

/** Ends of sentences in scripts without spaces between them. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}。、！？]$/u;

/** Request and reply of Baseten's Whisper. */
export const whisperForm = { encode, decode };

/** Writes a call as Baseten's Whisper accepts it. */
function encode({
  source,
  options,
  timestampGranularities,
  model,
}: TranscriptionCall) {
  const {
    prompt,
    language,
    outputLanguage,
    showWordTimestamps,
    enableDiarization,
    enableVad,
    responseFormat,
    ...params
  } = options;
  const whisperInput = (audio: JsonObject) => ({
    whisper_input: {
      audio,
      whisper_params: {
        prompt,
        // The server's default is English.
        audio_language: language ?? 'auto',
        output_language: outputLanguage,
        show_word_timestamps:
          showWordTimestamps ??
          (timestampGranularities.includes('word') || undefined),
        enable_diarization: enableDiarization,
        enable_vad: enableVad,
        ...params,
      },
    },
  });
  const { audio, shown } = encodeAudio(source);

  return {
    body: { json: whisperInput(audio), shown: whisperInput(shown) },
    warnings: warnOfUnused(
      { responseFormat, modelId: model },
      "Baseten's Whisper takes no such field.",
    ),
  };
}

/** Reads the reply of Baseten's Whisper: the text is only in its segments. */
function decode(reply: unknown) {
  const body: JsonObject = Object(reply);
  const segments = readTimes('segment', body.segments, {
    text: 'text',
    start: 'start_time',
    end: 'end_time',
  });
  const details: JsonObject[] = Object(body.segments);
  const words = details.flatMap(({ word_timestamps: words }) =>
    words == null
      ? []
      : readTimes('word', words, {
          text: 'word',
          start: 'start_time',
          end: 'end_time',
        }),
  );

  return {
    text: joinTexts(segments.map(({ text }) => text)),
    segments,
    ...(words.length > 0 && { words }),
    language: toText(body.language_code),
    durationInSeconds: toSeconds(body.audio_length_sec),
    providerMetadata: {
      baseten: describeSegments(body, details),
    },
  };
}

/** @returns the audio as it is sent, and as errors show it. */
function encodeAudio(
  source: TranscriptionCall['source'],
): Record<'audio' | 'shown', JsonObject> {
  if ('url' in source) {
    return { audio: source, shown: source };
  }
  const { audio } = source;
  const length =
    typeof audio === 'string' ? audio.length : Math.ceil(audio.length / 3) * 4;
  checkAudio(source, length);
  return {
    audio: {
      audio_b64:
        typeof audio === 'string' ? audio : convertUint8ArrayToBase64(audio),
    },
    shown: { audio_b64: `(${length} characters)` },
  };
}

/** Segments may or may not include the spaces between them. */
function joinTexts(texts: readonly string[]): string {
  return texts
    .reduce((text, next) => {
      const isApart = /(^|\s)$/.test(text) || /^(\s|$)/.test(next);
      return text + (isApart || UNSPACED.test(text) ? '' : ' ') + next;
    }, '')
    .trim();
}

/** The fields of the reply for which the AI SDK has none. */
function describeSegments(
  { language_prob, diarization }: JsonObject,
  segments: readonly JsonObject[],
): JSONObject {
  const described = segments.map(
    ({ speaker, log_prob, possible_hallucination }) =>
      pickKnown({
        speaker,
        logProbability: log_prob,
        possibleHallucination: possible_hallucination,
      }),
  );
  return {
    ...pickKnown({ languageProbability: language_prob, diarization }),
    ...(described.some(segment => Object.keys(segment).length > 0) && {
      segments: described,
    }),
  };
}

function pickKnown(fields: JsonObject): JSONObject {
  return Object.fromEntries(
    Object.entries(fields).filter(
      (field): field is [string, JSONObject] => field[1] != null,
    ),
  );
}
