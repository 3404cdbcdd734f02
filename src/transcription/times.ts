import type {
  SharedV4Warning,
  TranscriptionModelV4Result,
} from '@ai-sdk/provider';
import { describe, invalidReply } from '../errors/invalid-reply';
import type { JsonObject } from '../utils/json-object';

/** A piece of a transcript with its times. */
export interface TimedText {
  text: string;
  startSecond: number;
  endSecond: number;
}

/**
 * Reads a list of a reply, such as its segments.
 *
 * @param names What the fields are called on the wire.
 * @throws InvalidResponseDataError unless each item has a text and times.
 */
export function readTimes(
  what: string,
  items: unknown,
  names: { text: string; start: string; end: string },
): TimedText[] {
  if (!Array.isArray(items)) {
    throw invalidReply(`a list of ${what}s`, describe(items));
  }
  return items.map((item, index) => {
    const fields: JsonObject = Object(item);
    const text = fields[names.text];
    if (typeof text !== 'string') {
      throw invalidReply(`a text in ${what} ${index}`, describe(text));
    }
    const [startSecond, endSecond] = [names.start, names.end].map(name => {
      const second = fields[name];
      if (typeof second === 'number' && second >= 0 && second < Infinity) {
        return second;
      }
      throw invalidReply(
        `${name} of ${what} ${index} in seconds`,
        describe(second),
      );
    });
    return { text, startSecond: startSecond ?? 0, endSecond: endSecond ?? 0 };
  });
}

/** Warns about times that were requested but are missing. */
export function warnOfMissingTimes(
  { segments, words }: Pick<TranscriptionModelV4Result, 'segments' | 'words'>,
  granularities: ReadonlyArray<'word' | 'segment'>,
): SharedV4Warning[] {
  const has = { word: words != null, segment: segments.length > 0 };
  return granularities
    .filter(granularity => !has[granularity])
    .map(granularity => ({
      type: 'unsupported',
      feature: 'timestampGranularities',
      details: `The server sent no times of ${granularity}s.`,
    }));
}

/** A number of seconds, if it is one. */
export function toSeconds(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 ? value : undefined;
}

/** A text, if it is one and not empty. */
export function toText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
