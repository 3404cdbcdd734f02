import { FeatureVectors } from './feature-vectors';

// Texts are cut to the model's maximum instead of being refused.
const MAXIMUM_WORDS = 8192;
const STOP_WORD_WEIGHT = 0.05;
const TRIGRAMS_WEIGHT = 0.6;
const LONGEST_WORD_WITH_TRIGRAMS = 32;

const STOP_WORDS = new Set(
  `a about an and are as at be been but by can could did do does for from had
  has have how i if in into is it its me my no not of on or our she so such
  that the their them there these they this to us was we were what when where
  which who why will with would you your`.split(/\s+/),
);

/**
 * The embedding of a text: a unit vector, always the same for the same text,
 * near to that of a text that shares words, word stems or parts of words.
 *
 * The base64 form of a reply holds exactly these float32 values, little-endian,
 * and the float form the same numbers. A shorter vector is the beginning of a
 * longer one, brought back to unit length.
 *
 * @param dimensions Length of the vector; 384 by default, as in the server.
 */
export function embedText(text: string, dimensions = 384): Float32Array {
  const features = FeatureVectors.ofLength(dimensions);
  const vector = new Float32Array(dimensions);
  const words = text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu);
  let count = 0;
  for (const [word] of words) {
    add(vector, wordVector(word, features), 1);
    count += 1;
    if (count === MAXIMUM_WORDS) break;
  }
  // By way of UTF-8 a lone surrogate becomes U+FFFD, as it does on the wire.
  if (count === 0) add(vector, features.of(`=${Buffer.from(text)}`), 1);
  return normalize(vector);
}

/** Cosine of the angle between two unit vectors. */
export function similarity(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += (one[i] ?? 0) * (other[i] ?? 0);
  return sum;
}

/** The stem of a word: sunny and suns become sun. */
export function stem(word: string): string {
  let root = word.replace(/(?<=..)ies$/, 'y');
  if (root.length > 4) root = root.replace(/(?:es|s|ing|ed|er|y)$/, '');
  else if (root.length > 3) root = root.replace(/(?<!s)s$/, '');
  if (root.length > 3) root = root.replace(/(.)\1$|e$/, '$1');
  return root.length > 2 ? root : word;
}

/** Whether a lower-case word says little about a text's topic. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

function wordVector(word: string, features: FeatureVectors): Float32Array {
  return features.combined(word, () => {
    if (isStopWord(word)) return [[`w${word}`, STOP_WORD_WEIGHT]];
    const root = stem(word);
    const parts: Array<[feature: string, weight: number]> = [[`w${root}`, 1]];
    if (root.length > LONGEST_WORD_WITH_TRIGRAMS || /\p{N}/u.test(root)) {
      return parts;
    }
    const trigrams = trigramsOf(`^${root}`);
    const weight = TRIGRAMS_WEIGHT / Math.sqrt(trigrams.length);
    for (const trigram of trigrams) parts.push([`t${trigram}`, weight]);
    return parts;
  });
}

function trigramsOf(text: string): string[] {
  const trigrams: string[] = [];
  for (let i = 0; i + 3 <= text.length; i++) {
    trigrams.push(text.slice(i, i + 3));
  }
  return trigrams;
}

function add(vector: Float32Array, other: Float32Array, weight: number): void {
  for (let i = 0; i < vector.length; i++) {
    vector[i] = (vector[i] ?? 0) + weight * (other[i] ?? 0);
  }
}

function normalize(vector: Float32Array): Float32Array {
  const scale = 1 / Math.sqrt(similarity(vector, vector));
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) * scale;
  return vector;
}
