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
 * @typedef {object} Case
 * @property {string} id
 * @property {string} title
 * @property {Omit<import('./worker.mjs').Job, 'task' | 'variant' | 'origin'>} job
 * @property {number} [factor] Runs per repeat, for what is short and uneven.
 * @property {string[]} [variants] All unless given.
 */

const THIS_PACKAGE = ['this-native', 'this-http'];

const embeddingVariants = {
  '2-http': '@ai-sdk/baseten 2.1.26',
  '2-native': '2.1.26, native client opted in',
  'client-embed': 'PerformanceClient.embed',
  openai: 'openai client',
  'this-http': 'this package over HTTP',
  'this-native': 'this package',
  floor: 'batchPost without decoding',
};

/**
 * @param {number} texts
 * @param {Partial<Case> & { size?: number, calls?: number }} [more]
 * @returns {Case}
 */
function embeddingCase(texts, { size = 1024, calls = 1, ...more } = {}) {
  const count = texts.toLocaleString('en');
  return {
    id: `${texts}x${size}`,
    title: `${count} ${texts === 1 ? 'text' : 'texts'} x ${size.toLocaleString('en')} dimensions`,
    job: { texts, size, calls, latency: 0 },
    ...more,
  };
}

const firstText = embeddingCase(1, {
  id: 'first-text',
  title: 'One text, the first call of a process',
  factor: 3,
});
const nextTexts = embeddingCase(1, {
  id: 'next-texts',
  title: 'One text, 200 calls in a row',
  calls: 200,
  factor: 3,
});

/** @type {(isQuick: boolean) => Suite} */
const embedding = isQuick => ({
  task: 'embed',
  variants: embeddingVariants,
  reference: '2-http',
  cases: isQuick
    ? [
        firstText,
        nextTexts,
        embeddingCase(4096, { variants: [...THIS_PACKAGE, 'floor'] }),
        embeddingCase(16_384),
        embeddingCase(65_536, { variants: [...THIS_PACKAGE, 'floor'] }),
        embeddingCase(262_144, { variants: THIS_PACKAGE }),
      ]
    : [
        firstText,
        nextTexts,
        embeddingCase(128),
        embeddingCase(4096, { size: 384 }),
        embeddingCase(4096),
        embeddingCase(4096, { size: 4096 }),
        embeddingCase(16_384),
        embeddingCase(65_536),
        embeddingCase(262_144, { variants: THIS_PACKAGE }),
      ],
});

/** @type {() => Suite} */
const latency = () => ({
  task: 'embed',
  variants: embeddingVariants,
  reference: 'floor',
  cases: [0, 100].flatMap(latency =>
    [8, 32].map(inFlight => ({
      id: `${inFlight}-in-flight-${latency}-ms`,
      title: `16,384 texts x 1,024 dimensions, ${inFlight} requests in flight, ${latency} ms of latency`,
      job: { texts: 16_384, size: 1024, calls: 1, latency, inFlight },
      variants: [...THIS_PACKAGE, 'floor'],
    })),
  ),
});

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
      factor: 4,
    },
    {
      id: 'first-embedding',
      title: 'Start of a process to the first embedding',
      job: { texts: 1, size: 384, calls: 1, latency: 0 },
      factor: 4,
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
    chatCase('reply', 'Text of 1 MB, not streamed, ten in a row', {
      answer: 'reply',
      size: 128_000,
      calls: 10,
    }),
  ],
});

/** @type {Record<string, (isQuick: boolean) => Suite>} */
export const suites = { embedding, latency, import: importing, start, stream };
