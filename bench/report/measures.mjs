/**
 * What a target measures: functions of the results of all suites.
 *
 * @typedef {Record<string, import('../run-suite.mjs').SuiteResult>} Results By
 * the names of the suites.
 * @typedef {import('./table.mjs').Metric} Metric
 * @typedef {(results: Results) => number | undefined} Measure
 */

/**
 * @param {string} suite
 * @param {string} id
 * @param {string} variant
 * @param {Metric} metric
 * @returns {Measure} The median.
 */
export function median(suite, id, variant, metric) {
  return results => results[suite]?.[id]?.variants[variant]?.[metric]?.median;
}

/**
 * @param {Measure} measure
 * @param {Measure} base
 * @returns {Measure}
 */
export function quotient(measure, base) {
  return results => {
    const value = measure(results);
    const divisor = base(results);
    return value == null || divisor == null ? undefined : value / divisor;
  };
}

/**
 * @param {string} suite
 * @param {string} id
 * @param {string} variant
 * @param {string} reference
 * @param {Metric} metric
 */
export function ratio(suite, id, variant, reference, metric) {
  return quotient(
    median(suite, id, variant, metric),
    median(suite, id, reference, metric),
  );
}

/**
 * @param {Metric} metric
 * @param {number} many
 * @param {number} few
 */
export function perText(metric, many, few) {
  const measure = quotient(
    median('growth', `${many}x64`, 'this-native', metric),
    median('growth', `${few}x64`, 'this-native', metric),
  );
  return (/** @type {Results} */ results) => {
    const value = measure(results);
    return value == null ? undefined : (value * few) / many;
  };
}

/**
 * @param {Metric} metric
 * @param {number} from MB.
 * @param {number} to MB.
 * @param {number} pieceBytes
 * @returns {Measure} What one MB more of an event costs.
 */
export function perMegabyte(metric, from, to, pieceBytes) {
  return results => {
    const [less, more] = [from, to].map(size =>
      median('stream', `event-${size}-${pieceBytes}`, 'this', metric)(results),
    );
    return less == null || more == null
      ? undefined
      : (more - less) / (to - from);
  };
}
