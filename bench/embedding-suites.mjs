/**
 * @typedef {import('./suites.mjs').Case} Case
 * @typedef {import('./suites.mjs').Suite} Suite
 */

const THIS_PACKAGE = ['this-native', 'this-http'];

const titles = {
  '2-http': '@ai-sdk/baseten 2.1.26',
  '2-native': '2.1.26, native client opted in',
  'client-embed': 'PerformanceClient.embed',
  openai: 'openai client',
  'this-http': 'this package over HTTP',
  'this-native': 'this package',
  floor: 'batchPost, decoded by hand',
};

/**
 * @param {number} texts
 * @param {Partial<Case> & Partial<Case['job']>} [more]
 * @returns {Case}
 */
function embeddingCase(
  texts,
  { size = 1024, calls = 1, latency = 0, batchSize, callsBefore, ...more } = {},
) {
  const count = texts.toLocaleString('en');
  return {
    id: `${texts}x${size}`,
    title: `${count} ${texts === 1 ? 'text' : 'texts'} x ${size.toLocaleString('en')} dimensions`,
    job: {
      texts,
      size,
      calls,
      latency,
      ...(batchSize != null && { batchSize }),
      ...(callsBefore != null && { callsBefore }),
    },
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
export const embedding = isQuick => ({
  task: 'embed',
  variants: titles,
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
export const latency = () => ({
  task: 'embed',
  variants: titles,
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

/**
 * Against the least that makes arrays of numbers of the same replies, whose code
 * is loaded before: so short jobs are done several times.
 *
 * @type {(isQuick: boolean) => Suite}
 */
export const floor = isQuick => ({
  task: 'embed',
  variants: { floor: titles.floor, 'this-native': titles['this-native'] },
  reference: 'floor',
  cases: [
    embeddingCase(1000, {
      title: '1,000 texts x 1,024 dimensions, 100 calls in a row',
      calls: 100,
    }),
    ...[16, 64].map(batchSize =>
      embeddingCase(16_384, {
        id: `batches-of-${batchSize}`,
        title: `16,384 texts x 1,024 dimensions in batches of ${batchSize}, ten calls in a row`,
        batchSize,
        calls: 10,
      }),
    ),
    ...[256, 1024].map(size =>
      embeddingCase(16_384, {
        title: `16,384 texts x ${size.toLocaleString('en')} dimensions, ten calls in a row`,
        size,
        calls: 10,
      }),
    ),
    embeddingCase(16_384, { size: 4096 }),
    ...(isQuick ? [] : [embeddingCase(1_000_000, { size: 64 })]),
  ],
});

/**
 * Against the same source without its pace.
 *
 * @type {(isQuick: boolean) => Suite}
 */
export const pacing = isQuick => ({
  task: 'embed',
  variants: { unpaced: 'without a pace', 'this-native': 'this package' },
  reference: 'unpaced',
  isGrid: true,
  cases: (isQuick ? [20, 100] : [0, 20, 100, 200]).flatMap(latency =>
    [8, 32, 128].flatMap(inFlight =>
      [256, 1024, 4096].map(size => ({
        id: `${latency}-${inFlight}-${size}`,
        title: `${latency} ms of latency, ${inFlight} in flight, ${size.toLocaleString('en')} dimensions`,
        job: {
          texts: countTexts(inFlight, size),
          size,
          calls: 1,
          latency,
          inFlight,
        },
      })),
    ),
  ),
});

/**
 * Two to eight rounds of requests, in less than a gigabyte.
 *
 * @param {number} inFlight
 * @param {number} size
 */
function countTexts(inFlight, size) {
  const batches = { 8: 64, 32: 128 }[inFlight] ?? 256;
  return (size === 4096 ? batches / 2 : batches) * 128;
}

/** @type {() => Suite} */
export const growth = () => ({
  task: 'embed',
  variants: { 'this-native': titles['this-native'] },
  reference: 'this-native',
  cases: [
    embeddingCase(1, { size: 64, calls: 200 }),
    embeddingCase(128, { size: 64, calls: 100 }),
    embeddingCase(4096, { size: 64, calls: 50 }),
    embeddingCase(65_536, { size: 64, calls: 4 }),
    embeddingCase(1_000_000, { size: 64 }),
  ],
});

/**
 * A server that ignores that base64 was asked for.
 *
 * @type {() => Suite}
 */
export const floats = () => ({
  task: 'embed',
  variants: {
    'floats-http': titles['this-http'],
    'floats-native': titles['this-native'],
  },
  reference: 'floats-http',
  cases: [
    { id: 'first-call', title: 'the first call' },
    {
      id: 'first-call-100-ms',
      title: 'the first call, 100 ms of latency',
      latency: 100,
    },
    { id: 'next-call', title: 'the second call', callsBefore: 1 },
  ].map(({ title, ...more }) =>
    embeddingCase(16_384, {
      ...more,
      title: `16,384 texts x 1,024 dimensions as numbers, ${title}`,
    }),
  ),
});
