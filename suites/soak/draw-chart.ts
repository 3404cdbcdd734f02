import { FLAT, type Sample } from './judge-samples';

const WIDTH = 720;
const PANEL = { height: 120, left: 64, right: 16, top: 28, bottom: 12 };
const INK = '#1f2933';
const LINE = '#2563eb';
const GRID = '#d3dae3';

/** A chart of everything that must be flat, one panel below the other. */
export function drawChart(samples: readonly Sample[], title: string): string {
  const minutes = samples.at(-1)?.minute ?? 1;
  const panels = FLAT.map(({ name, unit }, index) =>
    drawPanel(
      samples.map(sample => [sample.minute / minutes, sample[name]] as const),
      unit === '' ? name : `${name}, ${unit}`,
      40 + index * PANEL.height,
    ),
  );
  const height = 40 + FLAT.length * PANEL.height + 28;
  const axis = [0, 0.25, 0.5, 0.75, 1].map(
    part =>
      `<text x="${toX(part)}" y="${height - 12}" text-anchor="${part === 1 ? 'end' : 'middle'}">${(part * minutes).toFixed(minutes < 4 ? 1 : 0)}${part === 1 ? ' min' : ''}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="${INK}">
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
<text x="16" y="24" font-size="15" font-weight="600">${title}</text>
${[...panels, ...axis].join('\n')}
</svg>
`;
}

function drawPanel(
  points: ReadonlyArray<readonly [part: number, value: number]>,
  label: string,
  top: number,
): string {
  const most = Math.max(1, ...points.map(([, value]) => value)) * 1.1;
  const bottom = top + PANEL.height - PANEL.bottom;
  const toY = (value: number) =>
    bottom - (value / most) * (PANEL.height - PANEL.top - PANEL.bottom);
  const line = points
    .map(([part, value]) => `${toX(part).toFixed(1)},${toY(value).toFixed(1)}`)
    .join(' ');
  const grid = [0, most / 1.1].map(
    value => `<line x1="${PANEL.left}" x2="${WIDTH - PANEL.right}" y1="${toY(value)}" y2="${toY(value)}" stroke="${GRID}"/>
<text x="${PANEL.left - 8}" y="${toY(value) + 4}" text-anchor="end">${value.toFixed(value < 10 && value > 0 ? 1 : 0)}</text>`,
  );
  return `<text x="${PANEL.left}" y="${top + 18}" font-weight="600">${label}</text>
${grid.join('\n')}
<polyline points="${line}" fill="none" stroke="${LINE}" stroke-width="1.5"/>`;
}

function toX(part: number): number {
  return PANEL.left + part * (WIDTH - PANEL.left - PANEL.right);
}
