import { isRecord } from '../utils/is-record';
import { isStopWord, stem } from './embed-text';

/** What fixed rules find in a conversation. */
export interface PromptFacts {
  /** The last user message. */
  readonly text: string;
  /** The message's content words, as written and in order. */
  readonly words: readonly string[];
  /** Stems of the content words. */
  readonly stems: ReadonlySet<string>;
  /** A few words that name its topic. */
  readonly topic: string;
  readonly numbers: readonly number[];
  /** Proper names such as `Paris` or `New York`. */
  readonly names: readonly string[];
  readonly quotations: readonly string[];
  /** An arithmetic expression such as `2 * (3 + 4)`. */
  readonly expression: string | undefined;
  /** Tool results after the last user message, parsed if they are JSON. */
  readonly results: readonly unknown[];
}

// Words that begin a sentence with a capital letter and are no names.
const OPENERS = new Set(
  `add answer ask book calculate call check choose classify compare compute
  convert count create describe draw explain extract fetch find forecast
  generate get give greet hello help hey hi imagine invent let list look make
  multiply name now order pick plan please read recommend repeat reply return
  say schedule search send show sum summarise summarize suggest tell then
  thanks think translate try use using weather work write yes`.split(/\s+/),
);
// Capitalised words that name no place, person or thing.
const NO_NAMES = new Set(
  `celsius fahrenheit kelvin json i ok am pm utc`.split(/\s+/),
);
const TOPIC_WORDS = 8;
const TIME_WORDS = new Set(
  'today tomorrow tonight now right please this next then'.split(' '),
);

export function readPrompt(
  text: string,
  results: readonly unknown[] = [],
): PromptFacts {
  const words = wordsOf(text).filter(word => !isCommon(word));
  const quotations = [...text.matchAll(/["“«]([^"”»]+)["”»]|'([^']+)'(?!\w)/g)]
    .map(match => match[1] ?? match[2] ?? '')
    .filter(quotation => quotation !== '');
  return {
    text,
    words,
    stems: new Set(words.map(word => stem(word.toLowerCase()))),
    topic: topicOf(text),
    numbers: numbersIn(text),
    names: namesIn(text),
    quotations,
    expression: /[\d(][\d\s.()]*(?:[-+*/^][\d\s.()]+)+/.exec(text)?.[0].trim(),
    results,
  };
}

export function wordsOf(text: string): string[] {
  return (
    text.match(/[\p{L}\p{N}](?:[\p{L}\p{N}'’-]|(?<=\d)[.,](?=\d))*/gu) ?? []
  );
}

/** The topic of the first sentence. */
function topicOf(text: string): string {
  for (const sentence of text.split(/(?<=[.!?])\s|\n/)) {
    const words = wordsOf(sentence);
    const isTelling = words.map(
      (word, place) =>
        !isCommon(word) && !(place < 2 && OPENERS.has(word.toLowerCase())),
    );
    const first = isTelling.indexOf(true);
    const last = Math.min(isTelling.lastIndexOf(true), first + TOPIC_WORDS - 1);
    if (first !== -1) return words.slice(first, last + 1).join(' ');
  }
  return 'the question';
}

function isCommon(word: string): boolean {
  return isStopWord(word.toLowerCase().replace(/['’].*$/, ''));
}

function numbersIn(text: string): number[] {
  const numbers = text.match(/(?<![\p{L}\p{N}.])-?\d+(?:,\d{3})*(?:\.\d+)?/gu);
  return (numbers ?? []).map(number => Number(number.replaceAll(',', '')));
}

function namesIn(text: string): string[] {
  const names: string[] = [];
  const sequences = text.matchAll(
    /\p{Lu}[\p{L}\p{N}'’-]*(?:,? \p{Lu}[\p{L}\p{N}'’-]*)*/gu,
  );
  for (const { 0: sequence, index } of sequences) {
    const startsSentence = /(?:^|[.!?:]\s*|\n\s*)["'“]?$/.test(
      text.slice(0, index),
    );
    for (const part of sequence.split(/, (?!\p{Lu}{2}\b)/u)) {
      const words = part.split(' ').filter((word, place) => {
        const lower = word.toLowerCase().replace(/['’].*$/, '');
        if (NO_NAMES.has(lower)) return false;
        const opens = startsSentence && place === 0;
        return !(opens && (isCommon(word) || OPENERS.has(lower)));
      });
      const name = words.join(' ').replace(/['’]s$/, '');
      if (name !== '' && !names.includes(name)) names.push(name);
    }
  }
  return names.length > 0 ? names : placesIn(text);
}

// "weather in new york today" names a place without a capital letter.
function placesIn(text: string): string[] {
  const match =
    /\b(?:in|at|near|from|to|for|of|about) (?:the |a |an )?([\p{L}' ]+)/u.exec(
      text,
    );
  const words: string[] = [];
  for (const word of match?.[1]?.split(' ') ?? []) {
    const isEnd = isCommon(word) || TIME_WORDS.has(word.toLowerCase());
    if (word === '' || isEnd || words.length === 3) break;
    words.push(word);
  }
  return words.length > 0 ? [words.join(' ')] : [];
}

/**
 * The value that a tool's result holds under a property of that name, at any
 * depth and in any spelling (`windSpeed`, `wind_speed`).
 */
export function findInResults(facts: PromptFacts, name: string): unknown {
  for (const result of facts.results) {
    const found = findProperty(result, plainName(name));
    if (found !== undefined) return found;
  }
  return undefined;
}

function findProperty(value: unknown, name: string): unknown {
  if (Array.isArray(value)) {
    for (const item of value) {
      const found = findProperty(item, name);
      if (found !== undefined) return found;
    }
  } else if (isRecord(value)) {
    for (const [key, item] of Object.entries(value)) {
      const plainKey = plainName(key);
      // A `userId` that is asked for is the `id` of the user that was found.
      if (plainKey === name || (plainKey === 'id' && name.endsWith('id'))) {
        return item;
      }
    }
    return findProperty(Object.values(value), name);
  }
  return undefined;
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
