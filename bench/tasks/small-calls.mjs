import { setTimeout } from 'node:timers/promises';
import { embed, embedMany } from 'ai';
import { createBaseten } from '../../dist/index.js';
import { summarise } from '../statistics.mjs';
import { API_KEY, checkVectors, createTexts, MODEL_ID } from '../test-data.mjs';

/** Calls that are made before, for connections and compiled code. */
const FIRST_CALLS = 20;

const BULK_TEXTS = 8192;

/** @typedef {{ vector: number[], milliseconds: number }} Outcome */

/**
 * Makes single calls at a steady rate, whatever the answers take.
 *
 * @param {import('../worker.mjs').Job} job
 * @returns {Promise<import('../worker.mjs').Task>}
 */
export async function prepare({
  variant,
  origin,
  size,
  latency,
  calls,
  perSecond = 1,
  beside,
}) {
  const modelURL = `${origin}/${size}/${latency}/sync`;
  const embedOne =
    variant === 'this' ? byThisPackage(modelURL) : byHand(modelURL);
  await Promise.all(Array.from({ length: FIRST_CALLS }, embedOne));
  const bulk = beside == null ? undefined : startBulk(origin, beside);

  return {
    run: async () => {
      /** @type {Promise<Outcome>[]} */
      const all = [];
      for (let call = 0; call < calls; call++) {
        all.push(measure(embedOne));
        await setTimeout(1000 / perSecond);
      }
      const outcomes = await Promise.all(all);
      await bulk?.stop();
      return outcomes;
    },
    check: (/** @type {Outcome[]} */ outcomes) => {
      for (const { vector } of outcomes) {
        checkVectors([vector], { texts: 1, dimensions: size });
      }
    },
    readWall: (/** @type {Outcome[]} */ outcomes) =>
      summarise(outcomes.map(({ milliseconds }) => milliseconds)).median,
  };
}

/** @param {() => Promise<number[]>} embedOne */
async function measure(embedOne) {
  const start = performance.now();
  const vector = await embedOne();
  return { vector, milliseconds: performance.now() - start };
}

const [value = ''] = createTexts(1);

/** @param {string} modelURL */
function byThisPackage(modelURL) {
  const model = createBaseten({ modelURL, apiKey: API_KEY }).embeddingModel();
  return async () => (await embed({ model, value })).embedding;
}

/** @param {string} modelURL */
function byHand(modelURL) {
  return async () => {
    const reply = await fetch(`${modelURL}/v1/embeddings`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${API_KEY}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        model: MODEL_ID,
        input: [value],
        encoding_format: 'base64',
      }),
    });
    /** @type {{ data: { embedding: string }[] }} */
    const { data } = Object(await reply.json());
    const { buffer } = Uint8Array.from(
      Buffer.from(data[0]?.embedding ?? '', 'base64'),
    );
    return Array.from(new Float32Array(buffer));
  };
}

/**
 * Embeds a corpus again and again by another deployment.
 *
 * @param {string} origin
 * @param {number} dimensions
 */
function startBulk(origin, dimensions) {
  const model = createBaseten({
    modelURL: `${origin}/${dimensions}/0/sync`,
    apiKey: API_KEY,
  }).embeddingModel();
  const values = createTexts(BULK_TEXTS);
  let isOver = false;
  const repeat = async () => {
    while (!isOver) {
      await embedMany({ model, values });
    }
  };
  const running = repeat();
  return {
    stop: async () => {
      isOver = true;
      await running;
    },
  };
}
