/**
 * @typedef {import('./suites.mjs').Case} Case
 * @typedef {import('./suites.mjs').Suite} Suite
 */

/**
 * Single calls against `fetch` by hand, alone and beside a bulk job of this
 * package on another deployment.
 *
 * @type {() => Suite}
 */
export const smallCalls = () => ({
  task: 'small-calls',
  variants: { 'by-hand': 'fetch by hand', this: 'this package' },
  reference: 'by-hand',
  cases: [
    {
      id: 'alone',
      title: 'Single embed calls, 250 a second, 200 ms of server time; medians',
      job: { texts: 1, size: 1024, calls: 500, latency: 200, perSecond: 250 },
    },
    ...[1024, 4096].map(beside => ({
      id: `beside-${beside}`,
      title: `Single embed calls, 50 a second, beside an embedMany of ${beside.toLocaleString('en')} dimensions; medians`,
      job: {
        texts: 1,
        size: 1024,
        calls: 100,
        latency: 0,
        perSecond: 50,
        beside,
      },
    })),
  ],
});

/** @type {() => Suite} */
export const rerank = () => ({
  task: 'rerank',
  variants: { 'by-hand': 'fetch by hand', this: 'this package' },
  reference: 'by-hand',
  cases: [
    {
      id: '10000-documents',
      title: '10,000 documents, ten calls in a row',
      job: { texts: 10_000, size: 1, calls: 10, latency: 0 },
    },
  ],
});
