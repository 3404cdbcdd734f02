import type { JsonObject } from '../utils/json-object';
import {
  checkAudio,
  type TranscriptionCall,
  warnOfUnused,
} from './encode-transcription';
import { readTimes, toSeconds, toText } from './times';
import type { TranscriptionTools } from './transcription-tools';

/** How OpenAI's endpoint and its kin talk. */
export const openaiForm = { encode, decode };

/** Writes a call as a form, as OpenAI's endpoint and its kin take it. */
function encode(
  { source, options, timestampGranularities, model }: TranscriptionCall,
  tools: TranscriptionTools,
) {
  const {
    prompt,
    language,
    outputLanguage,
    showWordTimestamps,
    enableDiarization,
    enableVad,
    responseFormat,
    ...fields
  } = options;
  const granularities = new Set(timestampGranularities);
  if (showWordTimestamps) {
    granularities.add('word');
  }
  const form = new FormData();
  appendFields(form, {
    model,
    language: language === 'auto' ? undefined : language,
    prompt,
    response_format:
      responseFormat ?? (granularities.size > 0 ? 'verbose_json' : 'json'),
    timestamp_granularities: [...granularities],
    ...fields,
  });
  if (!('url' in source)) {
    appendAudio(form, source, tools);
  }

  return {
    body: { form },
    warnings: warnOfUnused(
      { outputLanguage, enableDiarization, enableVad },
      "OpenAI's form has no such field.",
    ),
  };
}

/** Reads a reply of `json` or `verbose_json`. */
function decode(reply: unknown, tools: TranscriptionTools) {
  const { text, segments, words, language, duration }: JsonObject =
    Object(reply);
  if (typeof text !== 'string') {
    throw tools.invalidReply('a text', tools.describe(text));
  }
  const times = (what: string, items: unknown, name: string) =>
    readTimes(what, items, { text: name, start: 'start', end: 'end' }, tools);

  return {
    text,
    segments: segments == null ? [] : times('segment', segments, 'text'),
    ...(words != null && { words: times('word', words, 'word') }),
    language: toText(language),
    durationInSeconds: toSeconds(duration),
  };
}

function appendAudio(
  form: FormData,
  source: { audio: Uint8Array | string; mediaType: string },
  tools: TranscriptionTools,
): void {
  const { audio, mediaType } = source;
  const length =
    typeof audio === 'string' ? (audio.length / 4) * 3 : audio.length;
  checkAudio(source, length, tools);

  const bytes =
    typeof audio === 'string'
      ? tools.convertBase64ToUint8Array(audio)
      : new Uint8Array(audio);
  const type = mediaType.replace(/;.*$/, '').trim().toLowerCase();
  // Servers go by the name's end.
  const end = type.startsWith('application/')
    ? ''
    : `.${tools.mediaTypeToExtension(type)}`;
  form.append('file', new File([bytes], `audio${end}`, { type }));
}

/** Lists become fields that are repeated, objects JSON. */
function appendFields(form: FormData, fields: JsonObject): void {
  for (const [name, value] of Object.entries(fields)) {
    if (Array.isArray(value)) {
      for (const item of value) {
        form.append(`${name}[]`, toFieldText(item));
      }
    } else if (value != null) {
      form.append(name, toFieldText(value));
    }
  }
}

function toFieldText(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
