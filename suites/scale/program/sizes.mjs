// A job of an unusual size, by name. Run with --expose-gc.
import process from 'node:process';
import { createBaseten } from '@ai-sdk/baseten';
import { embedMany } from 'ai';

const { ORIGIN, API_KEY: apiKey, TRANSPORT, SIZE, SHARE } = process.env;
const share = Number(SHARE);
const model = createBaseten({
  apiKey,
  modelURL: `${ORIGIN}/environments/production/sync`,
  performanceClient: TRANSPORT === 'native',
}).embeddingModel();

/**
 * @param {string[]} values
 * @param {import('@ai-sdk/baseten').BasetenEmbeddingModelOptions} [baseten]
 */
const embedAll = async (values, baseten = {}) =>
  (await embedMany({ model, values, providerOptions: { baseten } })).embeddings;

/** @param {number} count */
const texts = count => Array.from({ length: count }, (_, i) => `text ${i}`);

/** @type {Record<string, () => Promise<number[][]>>} */
const SIZES = {
  'a text of 20 MB': () => embedAll(['word '.repeat(4_000_000)]),
  'empty texts': () =>
    embedAll(new Array(1_000_000 * share).fill(''), { dimensions: 4 }),
  'batches of one': () =>
    embedAll(texts(100_000 * share), { batchSize: 1, dimensions: 4 }),
  'dimension 1': () => embedAll(texts(10_000), { dimensions: 1 }),
  'dimension 32,768': () => embedAll(texts(512), { dimensions: 32_768 }),
  '512 in flight': () =>
    embedAll(texts(2048), {
      batchSize: 1,
      maxConcurrentRequests: 512,
      dimensions: 4,
    }),
};

// Twice: what `fetch` keeps of a request goes with its finalizer.
async function measureHeap() {
  globalThis.gc?.();
  await new Promise(resolve => setTimeout(resolve, 100));
  globalThis.gc?.();
  return (
    (process.memoryUsage().heapUsed + process.memoryUsage().external) / 2 ** 20
  );
}

const size = SIZES[SIZE ?? ''];
if (size == null) throw new Error(`No such size: ${SIZE}`);
const before = await measureHeap();
let embeddings = await size();
const { length: count } = embeddings;
const length = embeddings[0]?.length ?? 0;
const isEven = embeddings.every(embedding => embedding.length === length);
const kept = embeddings.slice(0, 1);
embeddings = [];
// Of the result one vector is left. The body of the last request stays with its
// connection, so there is one more.
await embedAll(['text']);
const left = (await measureHeap()) - before;
process.stdout.write(
  JSON.stringify({
    count,
    length: isEven ? length : -1,
    sum: kept[0]?.reduce((sum, value) => sum + value, 0),
    left,
  }),
  () => process.exit(0),
);
