/**
 * What the server sends and the worker expects, the same in both processes
 * without a word between them.
 */

/** The texts repeat the vectors of the first so many, one float aside. */
export const VECTORS = 128;

export const MODEL_ID = 'bench-model';
export const API_KEY = 'bench-key';

/**
 * @param {number} count
 * @returns {string[]} Texts of about a hundred characters that begin with their
 * number.
 */
export function createTexts(count) {
  return Array.from(
    { length: count },
    (_, number) =>
      `${number}: a passage of a document that is cut into pieces of a sentence or two before it is searched.`,
  );
}

/**
 * @param {number} dimensions
 * @returns {Float32Array[]} Vectors of about length 1 whose numbers need all
 * their digits, always the same ones.
 */
export function createVectors(dimensions) {
  const scale = Math.sqrt(3 / dimensions);
  let state = 1;
  const nextNumber = () => {
    // A linear congruential generator; zero and whole numbers do not occur.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (((state >>> 8) + 0.5) / 2 ** 23 - 1) * scale;
  };
  return Array.from({ length: VECTORS }, () =>
    Float32Array.from({ length: dimensions }, nextNumber),
  );
}

/**
 * Checks one vector per text: their order over all batches, by the mark that
 * the server puts into the first vector of each reply, and the numbers.
 *
 * @param {ArrayLike<number>[]} vectors
 * @param {{ texts: number, dimensions: number }} expected
 * @throws Error that says which vector is wrong.
 */
export function checkVectors(vectors, { texts, dimensions }) {
  if (vectors.length !== texts) {
    throw new Error(`Expected ${texts} vectors, got ${vectors.length}.`);
  }
  const expected = createVectors(dimensions);
  const last = dimensions - 1;
  let start = -1;

  for (const [number, vector] of vectors.entries()) {
    const isFirst = Number.isInteger(vector[0]);
    start = isFirst ? number : start;
    const own = expected[(number - start) % VECTORS];
    const isRight =
      start >= 0 &&
      vector.length === dimensions &&
      vector[0] === (isFirst ? number : own?.[0]) &&
      [1, dimensions >> 1, last].every(index => vector[index] === own?.[index]);
    if (!isRight) {
      throw new Error(`Vector ${number} is wrong.`);
    }
  }
}
