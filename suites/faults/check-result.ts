import { isDeepStrictEqual } from 'node:util';

/** Compares bit by bit: base64 carries the numbers as they are. */
export function findWrongVector(
  actual: readonly number[][],
  expected: readonly number[][],
): string | undefined {
  if (actual.length !== expected.length) {
    return `${actual.length} vectors instead of ${expected.length}`;
  }
  const index = actual.findIndex(
    (vector, position) => !isDeepStrictEqual(vector, expected[position]),
  );
  return index === -1
    ? undefined
    : `vector ${index} is ${actual[index]} instead of ${expected[index]}`;
}

interface Rank {
  index: number;
  score: number;
}

/**
 * @param scores of the documents, in the order of the call.
 */
export function findWrongRank(
  ranking: readonly Rank[],
  scores: readonly number[],
): string | undefined {
  const indices = new Set(ranking.map(({ index }) => index));
  if (ranking.length !== scores.length || indices.size !== scores.length) {
    return `${ranking.length} ranks, ${indices.size} of them different, instead of ${scores.length}`;
  }
  // The native client reads some numbers with another last bit.
  const wrong = ranking.find(
    ({ index, score }, position) =>
      !(Math.abs(score - (scores[index] ?? Number.NaN)) < Number.EPSILON) ||
      !isAfter({ index, score }, ranking[position - 1]),
  );
  return (
    wrong && `document ${wrong.index} is out of order or has another score`
  );
}

/** Best first, and of the same score the one that comes first in the call. */
function isAfter({ index, score }: Rank, before: Rank | undefined): boolean {
  return (
    before === undefined ||
    score < before.score ||
    (score === before.score && index > before.index)
  );
}
