/**
 * Prints the closing line of a test run, `N passed, N failed[, N skipped]`,
 * from the report that Vitest writes when CI is set. A test file that could not
 * be run counts as a failed test, and so does an error outside all tests, which
 * only the exit code of the run tells. Exits with 1 when something failed or
 * nothing passed.
 *
 *     node scripts/print-test-summary.mjs <exit code of the run>
 */
import { readFileSync } from 'node:fs';

/**
 * @typedef {object} Report The part of the report that is read here.
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {{ status: string, assertionResults: { status: string }[] }[]} testResults
 */

/** @type {Report} */
const report = JSON.parse(readFileSync('.cache/test-report.json', 'utf8'));

const brokenFiles = report.testResults.filter(
  ({ status, assertionResults }) =>
    status === 'failed' &&
    !assertionResults.some(test => test.status === 'failed'),
);
const passed = report.numPassedTests;
const failed = Math.max(
  report.numFailedTests + brokenFiles.length,
  process.argv[2] === '0' ? 0 : 1,
);
const skipped = report.numPendingTests + report.numTodoTests;

console.log(
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
);
if (failed > 0 || passed === 0) process.exitCode = 1;
