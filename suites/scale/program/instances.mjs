// Calls of one text by many provider instances, and what they leave behind.
// Run with --expose-gc.
import process from 'node:process';
import { createBaseten } from '@ai-sdk/baseten';
import { embed } from 'ai';

const { ORIGIN, API_KEY = '', TRANSPORT, MODE, CALLS } = process.env;
const IN_FLIGHT = 20;
const ROUNDS = 9;
const CALLS_PER_ROUND = 200;
const calls = Number(CALLS);

/** @param {number} index */
const keyOf = index => `${API_KEY}-${index}`;

/** @param {string} apiKey */
const open = apiKey =>
  createBaseten({
    apiKey,
    modelURL: `${ORIGIN}/environments/production/sync`,
    performanceClient: TRANSPORT === 'native',
  }).embeddingModel();

const shared = open(API_KEY);

/** @type {Record<string, (index: number) => PromiseLike<unknown>>} */
const MODES = {
  'one instance': index => embed({ model: shared, value: `text ${index}` }),
  'an instance per call': index =>
    embed({ model: open(API_KEY), value: `text ${index}` }),
  'a key per instance': index =>
    embed({ model: open(keyOf(index)), value: `text ${index}` }),
  'one instance, a key per call': index =>
    embed({
      model: shared,
      value: `text ${index}`,
      headers: { authorization: `Bearer ${keyOf(index)}` },
    }),
};

/**
 * @param {(index: number) => PromiseLike<unknown>} call
 * @param {number} from
 * @param {number} to
 */
async function makeCalls(call, from, to) {
  /** @type {number[]} */
  const latencies = [];
  let next = from;
  await Promise.all(
    Array.from({ length: IN_FLIGHT }, async () => {
      while (next < to) {
        const index = next++;
        const start = performance.now();
        await call(index);
        latencies.push(performance.now() - start);
      }
    }),
  );
  return latencies;
}

/** @param {number[]} values */
function p99(values) {
  return [...values].sort((one, other) => one - other)[
    Math.floor(values.length * 0.99)
  ];
}

function measureMemory() {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { rss: rss / 2 ** 20, heapUsed: heapUsed / 2 ** 20 };
}

const call = MODES[MODE ?? ''];
const plain = MODES['one instance'];
if (call == null || plain == null) throw new Error(`No such mode: ${MODE}`);

// Warmed up when all that is pooled has been used.
await makeCalls(call, 0, calls / 2);
const warm = measureMemory();
await makeCalls(call, calls / 2, calls);
const end = measureMemory();

// In turns, so that whatever else the machine does hits both alike.
/** @type {number[]} */
const ratios = [];
for (let round = 0; round < ROUNDS; round++) {
  const from = calls + round * CALLS_PER_ROUND;
  const turns = round % 2 === 0 ? [call, plain] : [plain, call];
  const latencies = new Map();
  for (const turn of turns) {
    latencies.set(
      turn,
      p99(await makeCalls(turn, from, from + CALLS_PER_ROUND)),
    );
  }
  ratios.push(latencies.get(call) / latencies.get(plain));
}
const ratio = ratios.sort((one, other) => one - other)[ROUNDS >> 1];
process.stdout.write(JSON.stringify({ warm, end, ratio }), () =>
  process.exit(0),
);
