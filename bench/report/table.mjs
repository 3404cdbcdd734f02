import { formatMemory, formatNumber, formatTime } from './format.mjs';

/**
 * @typedef {import('../run-suite.mjs').CaseResult} CaseResult
 * @typedef {'wall' | 'cpu' | 'memory' | 'stall'} Metric
 */

/** @type {{ metric: Metric, heading: string, format: (value: number) => string }[]} */
const COLUMNS = [
  { metric: 'wall', heading: 'wall', format: formatTime },
  { metric: 'cpu', heading: 'CPU', format: formatTime },
  { metric: 'memory', heading: 'peak RSS', format: formatMemory },
  { metric: 'stall', heading: 'longest stall', format: formatTime },
];

/**
 * @param {CaseResult} result
 * @returns {string} A Markdown table of medians, each with its ratio to the
 * reference.
 */
export function createCaseTable({ title, texts, reference, variants }) {
  const hasTexts = texts > 0;
  const rows = Object.values(variants).map(variant => [
    variant.title,
    ...COLUMNS.flatMap(({ metric, format }) => {
      const median = variant[metric]?.median;
      const base = variants[reference]?.[metric]?.median;
      return [
        median == null ? '-' : format(median),
        median == null || base == null ? '-' : formatNumber(median / base),
      ];
    }),
    ...(hasTexts
      ? [
          variant.wall
            ? formatNumber((variant.wall.median / texts) * 1000)
            : '-',
        ]
      : []),
    `${variant.runs}${variant.failure == null ? '' : ` (${variant.failure})`}`,
  ]);
  const headings = [
    'variant',
    ...COLUMNS.flatMap(({ heading }) => [heading, 'ratio']),
    ...(hasTexts ? ['us per text'] : []),
    'runs',
  ];
  return `${title}\n\n${createTable(headings, rows)}\n`;
}

/**
 * @param {string[]} headings
 * @param {string[][]} rows
 * @returns {string} A Markdown table; all columns but the first and the last
 * are aligned to the right.
 */
export function createTable(headings, rows) {
  const last = headings.length - 1;
  const isRight = (/** @type {number} */ column) => column > 0 && column < last;
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, 3, ...rows.map(row => row[column]?.length ?? 0)),
  );
  const line = (/** @type {string[]} */ cells) =>
    `| ${cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return isRight(column) ? cell.padStart(width) : cell.padEnd(width);
      })
      .join(' | ')} |`;
  const ruler = widths.map((width, column) =>
    isRight(column) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  return [line(headings), line(ruler), ...rows.map(line)].join('\n');
}
