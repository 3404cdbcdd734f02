import { embedText, similarity } from './embed-text';

// Puts unrelated texts near 0.05 and half-similar ones near 0.9.
const STEEPNESS = 10;
const OFFSET = -3;

/**
 * How well a text answers a query, by the likeness of their embeddings: a
 * number between 0 and 1, or with `raw` the number before the sigmoid.
 */
export function scoreText(query: string, text: string, raw = false): number {
  const score =
    STEEPNESS * similarity(embedText(query), embedText(text)) + OFFSET;
  return raw ? score : 1 / (1 + Math.exp(-score));
}
