import { API_KEY, checkVectors, createTexts } from '../test-data.mjs';
import { UNPACED } from '../unpaced.mjs';

/**
 * @typedef {object} Endpoint
 * @property {string} syncURL
 * @property {string} apiKey
 * @property {number | undefined} inFlight
 * @property {number | undefined} batchSize
 *
 * @typedef {object} Embedding
 * @property {(texts: string[]) => Promise<unknown>} embed What is measured.
 * @property {(result: any) => ArrayLike<number>[]} [readVectors] Finds the
 * vectors in a result that is not an array of them; is not measured.
 */

/**
 * Each imports what it needs and nothing else.
 *
 * @type {Record<string, (endpoint: Endpoint) => Promise<Embedding>>}
 */
const variants = {
  'this-native': async endpoint => {
    const { embedByThisPackage } = await import('./embed-this-package.mjs');
    return await embedByThisPackage(endpoint, { performanceClient: true });
  },
  'this-http': async endpoint => {
    const { embedByThisPackage } = await import('./embed-this-package.mjs');
    return await embedByThisPackage(endpoint, { performanceClient: false });
  },
  unpaced: async endpoint => {
    const { embedByThisPackage } = await import('./embed-this-package.mjs');
    return await embedByThisPackage(endpoint, {
      performanceClient: true,
      path: UNPACED.href,
    });
  },
  'floats-http': async endpoint => {
    const { embedByThisPackage } = await import('./embed-this-package.mjs');
    return await embedByThisPackage(endpoint, { performanceClient: false });
  },
  'floats-native': async endpoint => {
    const { embedByThisPackage } = await import('./embed-this-package.mjs');
    const embedding = await embedByThisPackage(endpoint, {
      performanceClient: true,
      transport: 'http',
    });
    return {
      ...embedding,
      // The last bit of a double may differ, over the native client.
      readVectors: (/** @type {number[][]} */ vectors) =>
        vectors.map(vector => Float32Array.from(vector)),
    };
  },
  '2-http': async endpoint => {
    const { embedByBaseten2 } = await import('./embed-baseten-2.mjs');
    return embedByBaseten2(endpoint);
  },
  '2-native': async endpoint => {
    const { PerformanceClient } = await import('./performance-client.mjs');
    const { embedByBaseten2 } = await import('./embed-baseten-2.mjs');
    return embedByBaseten2(endpoint, { performanceClient: PerformanceClient });
  },
  'client-embed': async endpoint => {
    const { embedByClient } = await import('./embed-performance-client.mjs');
    return embedByClient(endpoint);
  },
  floor: async endpoint => {
    const { postBatches } = await import('./embed-performance-client.mjs');
    return postBatches(endpoint);
  },
  openai: async endpoint => {
    const { embedByOpenAI } = await import('./embed-openai.mjs');
    return embedByOpenAI(endpoint);
  },
};

/**
 * @param {import('../worker.mjs').Job} job
 * @returns {Promise<import('../worker.mjs').Task>}
 */
export async function prepare({
  variant,
  origin,
  size: dimensions,
  latency,
  texts: count,
  inFlight,
  batchSize,
}) {
  const embedding = await variants[variant]?.({
    syncURL: `${origin}${variant.startsWith('floats') ? '/floats' : ''}/${dimensions}/${latency}/sync`,
    apiKey: API_KEY,
    inFlight,
    batchSize,
  });
  if (embedding == null) throw new Error(`There is no variant ${variant}.`);
  const { embed, readVectors } = embedding;
  const texts = createTexts(count);

  return {
    run: async () => await embed(texts),
    check: result =>
      checkVectors(readVectors?.(result) ?? result, {
        texts: count,
        dimensions,
      }),
  };
}
