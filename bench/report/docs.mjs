import { readTargets } from './targets.mjs';

/**
 * @typedef {import('../run-suite.mjs').CaseResult} CaseResult
 *
 * @typedef {object} Run What bench/results.json holds.
 * @property {{ date: string, cores: number, node: string }} machine
 * @property {number} repeats
 * @property {import('./targets.mjs').Results} suites
 */

/** @type {Record<string, (run: Run) => string>} */
const tables = {
  embedding: ({ suites }) => {
    const result = suites.embedding?.['16384x1024'];
    const rows = ['2-http', '2-native', 'this-http', 'this-native', 'floor'];
    return createTable(
      [result?.title ?? '', 'time', 'peak memory', 'longest stall'],
      rows.map(id => [
        result?.variants[id]?.title ?? id,
        ...['wall', 'memory', 'stall'].map(metric =>
          formatRatio(result, id, metric),
        ),
      ]),
    );
  },
  targets: ({ suites }) =>
    createTable(
      ['in one run', 'measured'],
      readTargets(suites)
        .filter(({ suite }) => SHOWN.includes(suite))
        .map(({ title, unit, measured }) => [
          title,
          measured == null ? '-' : `${measured.toFixed(2)} ${unit}`.trim(),
        ]),
    ),
  chat: ({ suites }) =>
    createTable(
      ['answer', 'this package', 'a parser by hand'],
      Object.values(suites.stream ?? {})
        .filter(({ variants }) => 'by-hand' in variants)
        .map(result => [
          result.title,
          formatRatio(result, 'this', 'cpu'),
          formatRatio(result, 'by-hand', 'cpu'),
        ]),
    ),
  machine: ({ machine, repeats }) =>
    `Medians of ${repeats} runs or more, each in a process of its own, on ${formatDate(machine.date)}: ${machine.cores} cores, Node.js ${machine.node}, a local server.`,
};

const SHOWN = ['floor', 'pacing', 'growth', 'small-calls', 'rerank'];

/**
 * @param {string} page
 * @param {Run} run
 * @returns {string} The page with the tables of a run.
 * @throws Error if the page lacks a place for one of them.
 */
export function fillTables(page, run) {
  return Object.entries(tables).reduce((text, [name, create]) => {
    const place = new RegExp(
      `(<!-- bench: ${name} -->\\n)[\\s\\S]*?(<!-- end -->)`,
    );
    if (!place.test(text)) {
      throw new Error(`Expected <!-- bench: ${name} --> ... <!-- end -->.`);
    }
    return text.replace(
      place,
      (_, start, end) => `${start}\n${create(run)}\n\n${end}`,
    );
  }, page);
}

/**
 * @param {string[]} headings
 * @param {string[][]} rows
 */
function createTable(headings, rows) {
  return [headings, headings.map(() => '---'), ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/**
 * @param {CaseResult | undefined} result
 * @param {string} id
 * @param {string} metric
 */
function formatRatio(result, id, metric) {
  const read = (/** @type {string | undefined} */ variant) =>
    Object(result?.variants[variant ?? ''])[metric]?.median;
  const ratio = read(id) / read(result?.reference);
  return Number.isNaN(ratio) ? '-' : ratio === 1 ? '1' : ratio.toFixed(2);
}

/** @param {string} date */
function formatDate(date) {
  return new Date(date).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
