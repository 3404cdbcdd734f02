import {
  convertBase64ToUint8Array,
  mediaTypeToExtension,
} from '@ai-sdk/provider-utils';
import { describe, invalidReply } from '../errors/invalid-reply';
import type { JsonObject } from '../utils/json-object';
import { warnOfUnused } from '../utils/warn-of-unused';
import { checkAudio, type TranscriptionCall } from './encode-transcription';
import { readTimes, toSeconds, toText } from './times';

/** Request and reply of OpenAI's endpoint and compatible servers. */
export const openaiForm = { encode, decode };

/** Writes a call as the form that OpenAI's endpoint accepts. */
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
    appendAudio(form, source);
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
function decode(reply: unknown) {
  const { text, segments, words, language, duration }: JsonObject =
    Object(reply);
  if (typeof text !== 'string') {
    throw invalidReply('a text', describe(text));
  }
  const times = (what: string, items: unknown, name: string) =>
    readTimes(what, items, { text: name, start: 'start', end: 'end' });

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
): void {
  const { audio, mediaType } = source;
  const length =
    typeof audio === 'string' ? (audio.length / 4) * 3 : audio.length;
  checkAudio(source, length);

  const bytes =
    typeof audio === 'string'
      ? convertBase64ToUint8Array(audio)
      : new Uint8Array(audio);
  const type = mediaType.replace(/;.*$/, '').trim().toLowerCase();
  // Servers read the format from the file's extension.
  const end = type.startsWith('application/')
    ? ''
    : `.${mediaTypeToExtension(type)}`;
  form.append('file', new File([bytes], `audio${end}`, { type }));
}

/** Lists become repeated fields, objects JSON. */
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
