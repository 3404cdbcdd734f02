import { createHash } from 'node:crypto';
import { embedText, scoreText } from '../../local-baseten';
import { speak } from '../../local-baseten/mind/speak';

/** What the right results are, for the program to compare with. */
export interface Expectations {
  /** Texts and their vectors. */
  texts: Array<{ text: string; vector: number[] }>;
  /** Queries with the documents that they are ranked against, best first. */
  rankings: Array<{ query: string; documents: string[]; order: number[] }>;
  /** Texts and the SHA-256 of their sound. */
  sounds: Array<{ text: string; digest: string }>;
}

export const DIMENSIONS = 48;

const SUBJECTS = 'beach mountain river forest city desert island bridge'.split(
  ' ',
);
const STATES = 'sunny rainy quiet crowded ancient modern frozen hidden'.split(
  ' ',
);

/** Faults that the server shows to requests with such a word. */
export const FAULTS = ['fault503', 'fault429', 'faultcut', 'fault400'] as const;

/** Texts without and with faults, and queries, all of them the server's own. */
export function createExpectations(): Expectations {
  const plain = SUBJECTS.flatMap(subject =>
    STATES.flatMap(state =>
      [1, 2, 3, 4, 5].map(number => `a ${state} ${subject} ${number}`),
    ),
  );
  const texts = [
    ...plain,
    ...FAULTS.flatMap(fault =>
      plain.slice(0, 20).map(text => `${fault} ${text}`),
    ),
  ].map(text => ({ text, vector: [...embedText(text, DIMENSIONS)] }));

  const rankings = STATES.flatMap(state =>
    SUBJECTS.map(subject => {
      const query = `${state} ${subject}`;
      const documents = plain.filter((_, index) => index % 13 === 0);
      const order = documents
        .map((document, index) => ({
          index,
          score: scoreText(query, document),
        }))
        .sort(
          (one, other) => other.score - one.score || one.index - other.index,
        )
        .map(({ index }) => index);
      return { query, documents, order };
    }),
  );
  const sounds = plain
    .filter((_, index) => index % 7 === 0)
    .map(text => ({
      text,
      digest: createHash('sha256').update(speak(text)).digest('hex'),
    }));
  return { texts, rankings, sounds };
}
