import { runWorker } from './run-worker.mjs';
import { rotate, summarise } from './statistics.mjs';

/** What takes longer than this is measured once; the table says so. */
const SLOW_SECONDS = 20;

/**
 * @typedef {import('./worker.mjs').Measurement} Measurement
 * @typedef {import('./statistics.mjs').Summary} Summary
 *
 * @typedef {object} Result Of one variant in one case.
 * @property {string} title
 * @property {number} runs
 * @property {string} [failure] Why there are not as many as there should be.
 * @property {Summary} [wall] Milliseconds per call.
 * @property {Summary} [cpu] Milliseconds per call.
 * @property {Summary} [memory] Bytes.
 * @property {Summary} [stall] Milliseconds.
 * @property {boolean} [nativeLoaded]
 *
 * @typedef {object} CaseResult
 * @property {string} title
 * @property {number} texts Texts per call.
 * @property {string} reference
 * @property {Record<string, Result>} variants
 *
 * @typedef {Record<string, CaseResult>} SuiteResult By the ids of the cases.
 */

/**
 * Measures every variant in every case, one after the other and all over again
 * for each repeat, so that a slow minute of the machine meets all of them.
 *
 * @param {import('./suites.mjs').Suite} suite
 * @param {{ origin: string, repeats: number }} options
 * @returns {Promise<SuiteResult>}
 */
export async function runSuite(suite, { origin, repeats }) {
  const plans = suite.cases.map(({ variants, ...rest }) => ({
    ...rest,
    variants: Object.keys(suite.variants)
      .filter(id => variants?.includes(id) ?? true)
      .map(id => ({
        id,
        /** @type {Measurement[]} */
        measurements: [],
        /** @type {string | undefined} */
        failure: undefined,
      })),
  }));

  for (let repeat = 0; repeat < repeats; repeat++) {
    for (const { title, job, factor = 1, variants } of plans) {
      console.error(`${repeat + 1} of ${repeats}: ${title}`);
      for (let run = 0; run < factor; run++) {
        for (const variant of rotate(variants, repeat * factor + run)) {
          if (variant.failure != null) continue;
          const outcome = await runWorker({
            ...job,
            task: suite.task,
            variant: variant.id,
            origin,
          });
          if ('failure' in outcome) {
            variant.failure = outcome.failure;
          } else {
            variant.measurements.push(outcome);
            if (outcome.wall * job.calls > SLOW_SECONDS * 1000) {
              variant.failure = `not repeated, more than ${SLOW_SECONDS} s`;
            }
          }
        }
      }
    }
  }

  return Object.fromEntries(
    plans.map(({ id, title, job, variants }) => [
      id,
      {
        title,
        texts: job.texts,
        reference: suite.reference,
        variants: Object.fromEntries(
          variants.map(({ id, measurements, failure }) => [
            id,
            {
              title: suite.variants[id] ?? id,
              runs: measurements.length,
              ...(failure != null && { failure }),
              ...(measurements.length > 0 && summariseAll(measurements)),
            },
          ]),
        ),
      },
    ]),
  );
}

/** @param {Measurement[]} measurements */
function summariseAll(measurements) {
  const stalls = measurements.flatMap(({ stall }) => stall ?? []);
  return {
    wall: summarise(measurements.map(({ wall }) => wall)),
    cpu: summarise(measurements.map(({ cpu }) => cpu)),
    memory: summarise(measurements.map(({ memory }) => memory)),
    ...(stalls.length > 0 && { stall: summarise(stalls) }),
    nativeLoaded: measurements.some(({ nativeLoaded }) => nativeLoaded),
  };
}
