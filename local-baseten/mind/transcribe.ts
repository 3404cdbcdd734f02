import { hear } from './speak';

/** A piece of a transcript. */
export interface HeardSegment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly words: ReadonlyArray<Omit<HeardSegment, 'words'>>;
}

/** Seconds that a kilobyte of other sound counts as. */
const SECONDS_PER_KILOBYTE = 0.06;

/**
 * What a sound says: the text of one that `speak` made, for any other always
 * the same sentence for the same number of bytes.
 *
 * @returns one segment for each sentence.
 */
export function transcribe(sound: Buffer): {
  seconds: number;
  segments: HeardSegment[];
} {
  const { text, seconds } = hear(sound) ?? {
    text: `This is a sound of ${sound.length} bytes.`,
    seconds: (sound.length / 1000) * SECONDS_PER_KILOBYTE,
  };
  const secondsPerCharacter = seconds / Math.max(1, text.length);
  const time = (at: number) => Number((at * secondsPerCharacter).toFixed(2));
  const pieces = (whole: string, pattern: RegExp, offset: number) =>
    [...whole.matchAll(pattern)].map(({ 0: piece, index }) => ({
      text: piece,
      start: time(offset + index),
      end: time(offset + index + piece.length),
      offset: offset + index,
    }));

  return {
    seconds: Number(seconds.toFixed(2)),
    segments: pieces(text, /\S.*?(?:[.!?。](?=\s|$)|$)/gsu, 0).map(
      ({ offset, ...segment }) => ({
        ...segment,
        words: pieces(segment.text, /\S+/g, offset),
      }),
    ),
  };
}
