import { formatTable } from '../../suites/lib/format-table.mjs';
import { formatNumber } from './format.mjs';
import { readRatios } from './grid-table.mjs';
import { median, perMegabyte, perText, quotient, ratio } from './measures.mjs';

/**
 * @typedef {import('./measures.mjs').Results} Results
 * @typedef {import('./table.mjs').Metric} Metric
 *
 * @typedef {object} Target
 * @property {string} suite
 * @property {string} title
 * @property {number} limit
 * @property {string} unit
 * @property {import('./measures.mjs').Measure} measure
 *
 * @typedef {Target & { measured: number | undefined, isMet: boolean }} Outcome
 */

const MAIN = '16384x1024';

/** @type {Target[]} */
const targets = [
  {
    suite: 'embedding',
    title: 'wall, against 2.1.26',
    limit: 1 / 8,
    unit: 'x',
    measure: ratio('embedding', MAIN, 'this-native', '2-http', 'wall'),
  },
  {
    suite: 'embedding',
    title: 'wall, against 2.1.26 with the native client',
    limit: 1 / 12,
    unit: 'x',
    measure: ratio('embedding', MAIN, 'this-native', '2-native', 'wall'),
  },
  {
    suite: 'embedding',
    title: 'wall over HTTP, against 2.1.26',
    limit: 1 / 5,
    unit: 'x',
    measure: ratio('embedding', MAIN, 'this-http', '2-http', 'wall'),
  },
  ...[
    { id: '1000x1024', title: '1,000 texts' },
    { id: 'batches-of-16', title: 'batches of 16' },
    { id: 'batches-of-64', title: 'batches of 64' },
    { id: '16384x256', title: '256 dimensions' },
    { id: '16384x1024', title: '1,024 dimensions' },
    { id: '16384x4096', title: '4,096 dimensions' },
    { id: '1000000x64', title: '1,000,000 texts' },
  ].map(({ id, title }) => ({
    suite: 'floor',
    title: `${title}, wall against batchPost decoded by hand`,
    limit: 1.05,
    unit: 'x',
    measure: ratio('floor', id, 'this-native', 'floor', 'wall'),
  })),
  {
    suite: 'pacing',
    title: 'wall, worst case against no pace',
    limit: 1.03,
    unit: 'x',
    measure: ({ pacing = {} }) => readRatios(pacing).at(-1),
  },
  {
    suite: 'embedding',
    title: 'peak RSS, against 2.1.26',
    limit: 0.5,
    unit: 'x',
    measure: ratio('embedding', MAIN, 'this-native', '2-http', 'memory'),
  },
  {
    suite: 'growth',
    title: 'time per text, 1,000,000 against 4,096 texts',
    limit: 1.2,
    unit: 'x',
    measure: perText('wall', 1_000_000, 4096),
  },
  {
    suite: 'growth',
    title: 'peak RSS per text, 1,000,000 against 65,536 texts',
    limit: 1.2,
    unit: 'x',
    measure: perText('memory', 1_000_000, 65_536),
  },
  {
    suite: 'embedding',
    title: 'peak RSS at 262,144 texts, against the result itself',
    limit: 1.5,
    unit: 'x',
    measure: quotient(
      median('embedding', '262144x1024', 'this-native', 'memory'),
      () => 262_144 * 1024 * Float64Array.BYTES_PER_ELEMENT,
    ),
  },
  {
    suite: 'embedding',
    title: 'one text, first call, against 2.1.26',
    limit: 1.1,
    unit: 'x',
    measure: ratio('embedding', 'first-text', 'this-native', '2-http', 'wall'),
  },
  {
    suite: 'embedding',
    title: 'one text, 200 calls, against 2.1.26',
    limit: 1.1,
    unit: 'x',
    measure: ratio('embedding', 'next-texts', 'this-native', '2-http', 'wall'),
  },
  ...[0, 100].flatMap(latency =>
    [
      { inFlight: 32, limit: 90 },
      { inFlight: 8, limit: 40 },
    ].map(({ inFlight, limit }) => ({
      suite: 'latency',
      title: `stall with ${inFlight} in flight, ${latency} ms of latency`,
      limit,
      unit: 'ms',
      measure: median(
        'latency',
        `${inFlight}-in-flight-${latency}-ms`,
        'this-native',
        'stall',
      ),
    })),
  ),
  // Before its first reply a server has up to 32 requests, all by the slower way.
  ...[
    { id: 'first-call', title: 'first call', limits: { cpu: 1.6, stall: 2 } },
    { id: 'next-call', title: 'second call', limits: { cpu: 1.1, stall: 1.2 } },
  ].flatMap(({ id, title, limits }) =>
    /** @type {const} */ (['cpu', 'stall']).map(metric => ({
      suite: 'floats',
      title: `a server of floats, ${title}, ${metric === 'cpu' ? 'CPU' : 'stall'} against HTTP from the start`,
      limit: limits[metric],
      unit: 'x',
      measure: ratio('floats', id, 'floats-native', 'floats-http', metric),
    })),
  ),
  ...[
    { id: 'alone', title: '250 calls a second' },
    { id: 'beside-1024', title: 'beside a job of 1,024 dimensions' },
    { id: 'beside-4096', title: 'beside a job of 4,096 dimensions' },
  ].map(({ id, title }) => ({
    suite: 'small-calls',
    title: `${title}, median against fetch by hand`,
    limit: 1.2,
    unit: 'x',
    measure: ratio('small-calls', id, 'this', 'by-hand', 'wall'),
  })),
  {
    suite: 'rerank',
    title: '10,000 documents, wall against fetch by hand',
    limit: 1.05,
    unit: 'x',
    measure: ratio('rerank', '10000-documents', 'this', 'by-hand', 'wall'),
  },
  {
    suite: 'import',
    title: 'import, against 2.1.26',
    limit: 1.1,
    unit: 'x',
    measure: quotient(
      median('import', 'import', 'this', 'wall'),
      median('import', 'import', '2', 'wall'),
    ),
  },
  {
    suite: 'import',
    title: 'native addons that the import loads',
    limit: 0,
    unit: '',
    measure: ({ import: suite }) => {
      const nativeLoaded = suite?.import?.variants.this?.nativeLoaded;
      return nativeLoaded == null ? undefined : Number(nativeLoaded);
    },
  },
  ...[
    { id: 'first-part', title: 'first text of a stream' },
    { id: 'first-embedding', title: 'first embedding' },
  ].flatMap(({ id, title }) =>
    [
      { reference: 'openai-compatible', limit: 1.02 },
      { reference: '2', limit: 1 },
    ].map(({ reference, limit }) => ({
      suite: 'start',
      title: `start of a process to the ${title}, against ${reference === '2' ? '2.1.26' : reference}`,
      limit,
      unit: 'x',
      measure: quotient(
        median('start', id, 'this', 'wall'),
        median('start', id, reference, 'wall'),
      ),
    })),
  ),
  ...[100, 65_536].flatMap(pieceBytes =>
    /** @type {Metric[]} */ (['cpu', 'memory']).map(metric => ({
      suite: 'stream',
      title: `${metric === 'cpu' ? 'CPU' : 'peak RSS'} per MB of an event, from 16 to 50 MB against from 1 to 16 MB, pieces of ${pieceBytes.toLocaleString('en')} bytes`,
      limit: 1.5,
      unit: 'x',
      measure: quotient(
        perMegabyte(metric, 16, 50, pieceBytes),
        perMegabyte(metric, 1, 16, pieceBytes),
      ),
    })),
  ),
  ...[
    { id: '10000-chunks', title: 'text that arrives together', limit: 0.6 },
    { id: 'singly', title: 'text that comes singly', limit: 1 },
    { id: 'short-3', title: 'text of 3 chunks', limit: 1 },
    { id: 'short-50', title: 'text of 50 chunks', limit: 1 },
    { id: 'tool-pieces', title: 'a tool call of 20,000 deltas', limit: 1 },
    { id: 'tool-names', title: 'the same with its name on each', limit: 1 },
    { id: 'tool-whole', title: 'an argument of 1 MB', limit: 1 },
    { id: 'at-once', title: '200 streams at once', limit: 1 },
    { id: 'reply', title: 'a reply of 1 MB', limit: 1 },
  ].map(({ id, title, limit }) => ({
    suite: 'stream',
    title: `${title}, CPU against openai-compatible`,
    limit,
    unit: 'x',
    measure: quotient(
      median('stream', id, 'this', 'cpu'),
      median('stream', id, 'openai-compatible', 'cpu'),
    ),
  })),
];

/**
 * @param {Results} results
 * @returns {Outcome[]} The targets of the suites that were run. What could not
 * be measured is not met.
 */
export function readTargets(results) {
  return targets
    .filter(({ suite }) => suite in results)
    .map(target => {
      const measured = target.measure(results);
      return {
        ...target,
        measured,
        isMet: measured != null && measured <= target.limit,
      };
    });
}

/**
 * @param {Outcome[]} outcomes
 * @returns {string} A Markdown table.
 */
export function createTargetTable(outcomes) {
  const format = (/** @type {number} */ value, /** @type {string} */ unit) =>
    `${formatNumber(value)} ${unit}`.trim();
  return formatTable(
    ['target', 'at most', 'measured', ''],
    outcomes.map(({ title, limit, unit, measured, isMet }) => [
      title,
      format(limit, unit),
      measured == null ? 'not measured' : format(measured, unit),
      isMet ? 'met' : 'NOT MET',
    ]),
  );
}
