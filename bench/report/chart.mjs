/**
 * @typedef {import('../run-suite.mjs').CaseResult} CaseResult
 * @typedef {import('./table.mjs').Metric} Metric
 */

/** @type {{ metric: Metric, heading: string }[]} */
const PANELS = [
  { metric: 'wall', heading: 'Time' },
  { metric: 'memory', heading: 'Peak memory' },
  { metric: 'stall', heading: 'Longest event-loop stall' },
];

// Middle tones, to be read on white as on black.
const TEXT = '#768390';
const OTHER = '#8b949e';
const OWN = '#2f81f7';
const FLOOR = '#d29922';

const WIDTH = 900;
const LABELS = 240;
const PANEL = (WIDTH - LABELS) / PANELS.length;
const BAR = PANEL - 54;
const TOP = 36;
const ROW = 30;

/**
 * Draws the ratios of one case: a panel per metric, a bar per variant, and a
 * line at the least that can be reached.
 *
 * @param {CaseResult} result
 * @param {string} note What it was measured on, and when.
 * @returns {string} An SVG image.
 */
export function createChart({ title, reference, variants }, note) {
  const rows = Object.entries(variants).filter(([id]) => id !== 'floor');
  const base = variants[reference];
  const bottom = TOP + rows.length * ROW;
  const height = bottom + (variants.floor == null ? 40 : 58);
  const middleOf = (/** @type {number} */ row) => TOP + row * ROW + ROW / 2;

  const labels = rows.map(([id, variant], row) =>
    text(LABELS - 12, middleOf(row) + 5, variant.title, {
      'text-anchor': 'end',
      ...(isOwn(id) && { 'font-weight': 'bold', fill: OWN }),
    }),
  );
  const panels = PANELS.flatMap(({ metric, heading }, panel) => {
    const left = LABELS + panel * PANEL;
    const ratios = rows.map(([, variant]) =>
      variant[metric] && base?.[metric]
        ? variant[metric].median / base[metric].median
        : undefined,
    );
    // A scale of its own for each panel: the values are written beside the bars.
    const scale = BAR / Math.max(1, ...ratios.map(ratio => ratio ?? 0));
    const floor = variants.floor?.[metric];
    const line =
      floor && base?.[metric]
        ? round(left + (floor.median / base[metric].median) * scale)
        : undefined;
    return [
      text(left, TOP - 16, heading, { 'font-weight': 'bold' }),
      ...rows.flatMap(([id], row) => {
        const ratio = ratios[row];
        if (ratio == null) return [text(left, middleOf(row) + 5, 'failed')];
        const end = round(ratio * scale);
        return [
          `<rect x="${round(left)}" y="${middleOf(row) - 9}" width="${end}" height="18" rx="2" fill="${isOwn(id) ? OWN : OTHER}"/>`,
          text(left + end + 6, middleOf(row) + 5, ratio.toFixed(2)),
        ];
      }),
      ...(line == null
        ? []
        : [
            `<line x1="${line}" y1="${TOP}" x2="${line}" y2="${bottom}" stroke="${FLOOR}" stroke-width="2" stroke-dasharray="4 3"/>`,
          ]),
    ];
  });

  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="-apple-system, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif" font-size="14" fill="${TEXT}">`,
    `<title>${escapeText(`${title}, as ratios to ${base?.title}`)}</title>`,
    ...labels,
    ...panels,
    text(
      12,
      height - 12,
      `${title}; ${base?.title} = 1, shorter is better. ${note}`,
      { 'font-size': '12' },
    ),
    ...(variants.floor == null
      ? []
      : [
          text(12, height - 30, `dashed: ${variants.floor.title}`, {
            'font-size': '12',
            fill: FLOOR,
          }),
        ]),
    '</svg>',
    '',
  ].join('\n');
}

/** @param {string} id */
function isOwn(id) {
  return id.startsWith('this');
}

/**
 * @param {number} x
 * @param {number} y
 * @param {string} content
 * @param {Record<string, string>} [attributes]
 */
function text(x, y, content, attributes = {}) {
  const rest = Object.entries(attributes).map(
    ([name, value]) => ` ${name}="${value}"`,
  );
  return `<text x="${round(x)}" y="${round(y)}"${rest.join('')}>${escapeText(content)}</text>`;
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 10) / 10;
}

/** @param {string} content */
function escapeText(content) {
  return content
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
