/**
 * @typedef {object} Summary
 * @property {number} median
 * @property {number} minimum
 * @property {number} maximum
 */

/**
 * @param {readonly number[]} values At least one.
 * @returns {Summary}
 */
export function summarise(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (/** @type {number} */ index) => sorted[index] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    minimum: at(0),
    maximum: at(sorted.length - 1),
  };
}

/**
 * @template ITEM
 * @param {readonly ITEM[]} items
 * @param {number} by
 * @returns {ITEM[]} The items, beginning with another one each time.
 */
export function rotate(items, by) {
  const start = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}
