/** What Baseten's embedding engine takes per request. */
const DEFAULT_BATCH_SIZE = 128;

/**
 * The least that a user of a client without batching has to write: batches of
 * 128, so many in flight, results in order.
 *
 * @template RESULT
 * @param {string[]} texts
 * @param {number | undefined} inFlight 32 by default.
 * @param {(batch: string[]) => Promise<RESULT[]>} send
 * @param {number} [batchSize]
 * @returns {Promise<RESULT[]>} One result per text.
 */
export async function sendBatches(
  texts,
  inFlight = 32,
  send,
  batchSize = DEFAULT_BATCH_SIZE,
) {
  /** @type {RESULT[][]} */
  const results = [];
  let next = 0;
  const work = async () => {
    while (next * batchSize < texts.length) {
      const number = next++;
      const start = number * batchSize;
      results[number] = await send(texts.slice(start, start + batchSize));
    }
  };
  await Promise.all(Array.from({ length: inFlight }, work));
  return results.flat();
}
