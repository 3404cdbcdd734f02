import { formatTable } from '../../suites/lib/format-table.mjs';
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
  return `${title}\n\n${formatTable(headings, rows)}\n`;
}
