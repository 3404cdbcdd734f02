import { findWorstCases } from './report/grid-table.mjs';
import { runSuite } from './run-suite.mjs';

/** Cases that are measured again, and how much more often. */
const WORST = 6;
const AGAIN = 6;

/**
 * Measures a grid of cases. The worst of many is so by chance for the most part:
 * the worst ones are measured again, more often, and only that counts.
 *
 * @type {typeof runSuite}
 */
export async function runGrid(suite, { origin, repeats }) {
  const result = await runSuite(suite, { origin, repeats });
  const worst = findWorstCases(result, WORST);
  const cases = suite.cases.filter(({ id }) => worst.includes(id));
  return {
    ...result,
    ...(await runSuite(
      { ...suite, cases },
      { origin, repeats: repeats * AGAIN },
    )),
  };
}
