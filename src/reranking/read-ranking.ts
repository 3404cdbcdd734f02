import { readInOrder } from '../batching/read-in-order';
import { describe, invalidReply } from '../errors/invalid-reply';

/**
 * Reads a reply to `count` documents, `[{ index, score }]` in any order.
 *
 * @returns the score of each document, in the order of the documents.
 * @throws InvalidResponseDataError if it does not hold exactly one score per
 * document.
 */
export function readScores(reply: unknown, count: number): number[] {
  return readInOrder(reply, count, ({ score }, index) => {
    if (typeof score !== 'number' || !Number.isFinite(score)) {
      throw invalidReply(`score ${index} to be a number`, describe(score));
    }
    return score;
  });
}

/** Best first; documents with the same score keep their order. */
export function rankByScore(
  scores: readonly number[],
  topN: number = scores.length,
): Array<{ index: number; relevanceScore: number }> {
  return scores
    .map((relevanceScore, index) => ({ index, relevanceScore }))
    .sort((one, other) => other.relevanceScore - one.relevanceScore)
    .slice(0, Math.max(0, topN));
}
