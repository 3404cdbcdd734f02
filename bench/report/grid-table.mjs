import { formatTable } from '../../suites/lib/format-table.mjs';
import { formatNumber } from './format.mjs';

/**
 * @typedef {import('../run-suite.mjs').CaseResult} CaseResult
 * @typedef {import('../run-suite.mjs').SuiteResult} SuiteResult
 */

/**
 * @param {SuiteResult} result Cases of two variants.
 * @returns {string} A Markdown table of the ratios of the other variant to the
 * reference, a row per case, and the worst and the middle one.
 */
export function createGridTable(result) {
  const rows = Object.values(result).map(caseResult => [
    caseResult.title,
    ...['wall', 'stall', 'memory'].map(metric =>
      format(readRatio(caseResult, metric)),
    ),
  ]);
  const wall = readRatios(result);
  return [
    formatTable(['ratios of', 'wall', 'longest stall', 'peak RSS'], rows),
    '',
    `Wall: worst ${format(wall.at(-1))}, middle ${format(wall[wall.length >> 1])}, best ${format(wall[0])}.`,
    '',
  ].join('\n');
}

/**
 * @param {SuiteResult} result
 * @returns {number[]} The ratios of the wall times, lowest first.
 */
export function readRatios(result) {
  return Object.values(result)
    .map(caseResult => readRatio(caseResult, 'wall'))
    .filter(ratio => ratio != null)
    .sort((one, other) => one - other);
}

/**
 * @param {SuiteResult} result
 * @param {number} count
 * @returns {string[]} The ids of the cases with the highest ratios of wall times.
 */
export function findWorstCases(result, count) {
  return Object.entries(result)
    .map(([id, caseResult]) => ({ id, ratio: readRatio(caseResult, 'wall') }))
    .sort((one, other) => (other.ratio ?? 0) - (one.ratio ?? 0))
    .slice(0, count)
    .map(({ id }) => id);
}

/**
 * @param {CaseResult} result
 * @param {string} metric
 * @returns {number | undefined}
 */
function readRatio({ reference, variants }, metric) {
  const [other] = Object.entries(variants)
    .filter(([id]) => id !== reference)
    .map(([, variant]) => Object(variant)[metric]?.median);
  const base = Object(variants[reference])[metric]?.median;
  return other == null || base == null ? undefined : other / base;
}

/** @param {number | undefined} ratio */
function format(ratio) {
  return ratio == null ? '-' : formatNumber(ratio);
}
