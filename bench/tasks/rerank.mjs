import { rerank } from 'ai';
import { createBaseten } from '../../dist/index.js';
import { API_KEY, createTexts } from '../test-data.mjs';
import { sendBatches } from './send-batches.mjs';

const QUERY = 'a passage that says it all';

/** @typedef {{ originalIndex: number, score: number, document: string }} Ranked */

/**
 * @param {import('../worker.mjs').Job} job
 * @returns {Promise<import('../worker.mjs').Task>}
 */
export async function prepare({ variant, origin, size, latency, texts }) {
  const modelURL = `${origin}/${size}/${latency}/sync`;
  const documents = createTexts(texts);
  const rank =
    variant === 'this'
      ? byThisPackage(modelURL, documents)
      : byHand(modelURL, documents);

  return {
    run: rank,
    check: (/** @type {Ranked[]} */ ranking) => {
      if (
        ranking.length !== texts ||
        ranking.some(
          ({ originalIndex, document }, place) =>
            documents[originalIndex] !== document ||
            // The server scores by the number at the beginning of a text.
            originalIndex !== texts - 1 - place,
        )
      ) {
        throw new Error('The ranking is wrong.');
      }
    },
  };
}

/**
 * @param {string} modelURL
 * @param {string[]} documents
 */
function byThisPackage(modelURL, documents) {
  const model = createBaseten({ modelURL, apiKey: API_KEY }).rerankingModel();
  return async () => (await rerank({ model, query: QUERY, documents })).ranking;
}

/**
 * @param {string} modelURL
 * @param {string[]} documents
 */
function byHand(modelURL, documents) {
  return async () => {
    const scores = await sendBatches(documents, undefined, async texts => {
      const reply = await fetch(`${modelURL}/rerank`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${API_KEY}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ query: QUERY, texts, raw_scores: false }),
      });
      /** @type {{ index: number, score: number }[]} */
      const items = Object(await reply.json());
      const ordered = new Array(texts.length);
      for (const { index, score } of items) ordered[index] = score;
      return ordered;
    });
    return scores
      .map((score, originalIndex) => ({
        originalIndex,
        score,
        document: documents[originalIndex],
      }))
      .sort((one, other) => other.score - one.score);
  };
}
