/**
 * What is measured. A further benchmark is a further suite here, with a task of
 * its own in `tasks/` where none of these fits.
 *
 * @typedef {object} Suite
 * @property {import('./worker.mjs').Job['task']} task
 * @property {Record<string, string>} variants Titles by id.
 * @property {string} reference The variant that the ratios refer to.
 * @property {Case[]} cases
 *
 * @property {boolean} [isGrid] Shown as one table of ratios.
 *
 * @typedef {object} Case
 * @property {string} id
 * @property {string} title
 * @property {Omit<import('./worker.mjs').Job, 'task' | 'variant' | 'origin'>} job
 * @property {number} [factor] Runs per repeat, for what is short and uneven.
 * @property {string[]} [variants] All unless given.
 */

import {
  embedding,
  floats,
  floor,
  growth,
  latency,
  pacing,
} from './embedding-suites.mjs';
import { rerank, smallCalls } from './request-suites.mjs';

/** @type {() => Suite} */
const importing = () => ({
  task: 'import',
  variants: { 2: '@ai-sdk/baseten 2.1.26', this: 'this package' },
  reference: '2',
  cases: [
    {
      id: 'import',
      title: 'Importing the package',
      job: { texts: 0, size: 0, calls: 1, latency: 0 },
      factor: 4,
    },
  ],
});

/** @type {() => Suite} */
const start = () => ({
  task: 'start',
  variants: {
    'openai-compatible': '@ai-sdk/openai-compatible',
    2: '@ai-sdk/baseten 2.1.26',
    this: 'this package',
  },
  reference: 'openai-compatible',
  cases: [
    {
      id: 'first-part',
      title: 'Start of a process to the first text of a stream',
      job: { texts: 0, size: 3, calls: 1, latency: 0 },
      factor: 10,
    },
    {
      id: 'first-embedding',
      title: 'Start of a process to the first embedding',
      job: { texts: 1, size: 384, calls: 1, latency: 0 },
      factor: 10,
    },
  ],
});

/**
 * @param {string} id
 * @param {string} title
 * @param {Partial<Case['job']>} job
 * @returns {Case}
 */
function chatCase(id, title, job) {
  return {
    id,
    title,
    job: { texts: 0, size: 0, calls: 1, latency: 0, ...job },
  };
}

/** @type {() => Suite} */
const stream = () => ({
  task: 'stream',
  variants: {
    'openai-compatible': 'OpenAICompatibleChatLanguageModel',
    this: 'this package',
    'by-hand': 'a parser by hand',
  },
  reference: 'openai-compatible',
  cases: [
    chatCase(
      '10000-chunks',
      'Text of 10,000 chunks that arrive together, ten in a row',
      { size: 10_000, calls: 10 },
    ),
    chatCase('singly', 'Text of 5,000 chunks that come singly', {
      size: 5000,
      pace: 'singly',
    }),
    {
      ...chatCase('short-3', 'Text of 3 chunks, 300 in a row', {
        size: 3,
        calls: 300,
      }),
      factor: 3,
    },
    {
      ...chatCase('short-50', 'Text of 50 chunks, 200 in a row', {
        size: 50,
        calls: 200,
      }),
      factor: 3,
    },
    chatCase('tool-pieces', 'A tool call of 20,000 deltas', {
      answer: 'tool-pieces',
      size: 20_000,
      calls: 3,
    }),
    chatCase('tool-names', 'A tool call of 20,000 deltas, its name on each', {
      answer: 'tool-names',
      size: 20_000,
      calls: 3,
    }),
    chatCase('tool-whole', 'A tool call with one argument of 1 MB', {
      answer: 'tool-whole',
      size: 128_000,
      calls: 5,
    }),
    chatCase('at-once', '200 streams at once, 50 chunks, one in 5 ms', {
      size: 50,
      pace: 'paced',
      inFlight: 200,
    }),
    ...[1, 4, 16, 50].flatMap(size =>
      [100, 65_536].map(pieceBytes => ({
        ...chatCase(
          `event-${size}-${pieceBytes}`,
          `One event of ${size} MB in pieces of ${pieceBytes.toLocaleString('en')} bytes`,
          { answer: 'event', size, pieceBytes },
        ),
        // The others take quadratic time.
        variants: size === 1 ? ['openai-compatible', 'this'] : ['this'],
      })),
    ),
    chatCase('reply', 'Text of 1 MB, not streamed, 200 in a row', {
      answer: 'reply',
      size: 128_000,
      calls: 200,
    }),
  ],
});

/** @type {Record<string, (isQuick: boolean) => Suite>} */
export const suites = {
  embedding,
  latency,
  floor,
  pacing,
  growth,
  floats,
  'small-calls': smallCalls,
  rerank,
  import: importing,
  start,
  stream,
};
