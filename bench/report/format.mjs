/**
 * @param {number} milliseconds
 * @returns {string} With as many digits as mean something.
 */
export function formatTime(milliseconds) {
  return `${formatNumber(milliseconds)} ms`;
}

/**
 * @param {number} bytes
 * @returns {string} In megabytes of a million.
 */
export function formatMemory(bytes) {
  return `${formatNumber(Math.round(bytes / 1e6))} MB`;
}

/**
 * @param {number} value
 * @returns {string} Three digits, or all of what is larger.
 */
export function formatNumber(value) {
  const digits = value === 0 ? 1 : Math.floor(Math.log10(Math.abs(value))) + 1;
  const decimals = Math.min(3, Math.max(0, 3 - digits));
  return value.toLocaleString('en', {
    minimumFractionDigits: Number.isInteger(value) ? 0 : decimals,
    maximumFractionDigits: decimals,
  });
}
