import { describe, expect, test } from 'vitest';
import { createChart } from '../report/chart.mjs';
import { fillTables } from '../report/docs.mjs';
import { formatMemory, formatNumber, formatTime } from '../report/format.mjs';
import { createGridTable, findWorstCases } from '../report/grid-table.mjs';
import { createCaseTable } from '../report/table.mjs';
import { readTargets } from '../report/targets.mjs';

function summary(median: number) {
  return { median, minimum: median, maximum: median };
}

function measured(title: string, milliseconds: number) {
  return {
    title,
    runs: 5,
    wall: summary(milliseconds),
    cpu: summary(milliseconds),
    memory: summary(milliseconds * 1e6),
    stall: summary(milliseconds),
    nativeLoaded: false,
  };
}

const result = {
  title: '1,000 texts',
  texts: 1000,
  reference: '2-http',
  variants: {
    '2-http': measured('The <other>', 400),
    'this-native': measured('this package', 100),
    openai: { title: 'openai', runs: 0, failure: 'out of memory' },
  },
};

test('formats three digits and all of a large number', () => {
  expect([0.01234, 1.5, 43.21, 12_345.6].map(formatNumber)).toEqual([
    '0.012',
    '1.50',
    '43.2',
    '12,346',
  ]);
  expect(formatTime(8)).toBe('8 ms');
  expect(formatMemory(1_234_567_890)).toBe('1,235 MB');
});

describe('table', () => {
  test('shows medians, ratios to the reference and the time per text', () => {
    expect(createCaseTable(result)).toMatch(
      /this package \| +100 ms \| +0.250 \|.* 100 \| 5 /,
    );
  });

  test('says why a variant has no result', () => {
    expect(createCaseTable(result)).toMatch(
      /openai .*\| 0 \(out of memory\) \|/,
    );
  });
});

describe('a grid', () => {
  const cell = (milliseconds: number) => ({
    title: `${milliseconds} ms`,
    texts: 1,
    reference: 'unpaced',
    variants: {
      unpaced: measured('without', 100),
      'this-native': measured('with', milliseconds),
    },
  });
  const grid = { a: cell(90), b: cell(110), c: cell(100) };

  test('is shown as ratios, with the worst', () => {
    const table = createGridTable(grid);

    expect(table).toMatch(/110 ms +\| +1.10 /);
    expect(table).toContain('worst 1.10, middle 1, best 0.900');
  });

  test('has its worst cases measured again', () => {
    expect(findWorstCases(grid, 2)).toEqual(['b', 'c']);
  });
});

describe('targets', () => {
  test('are met up to their limit', () => {
    const outcomes = readTargets({ embedding: { '16384x1024': result } });
    expect(outcomes).toContainEqual(
      expect.objectContaining({
        title: 'peak RSS, against 2.1.26',
        measured: 0.25,
        isMet: true,
      }),
    );
    expect(outcomes).toContainEqual(
      expect.objectContaining({
        title: 'wall, against 2.1.26',
        measured: 0.25,
        isMet: false,
      }),
    );
  });

  test('are not met by what was not measured', () => {
    const outcomes = readTargets({ stream: {} });
    expect(outcomes.length).toBeGreaterThan(0);
    for (const { measured, isMet } of outcomes) {
      expect({ measured, isMet }).toEqual({
        measured: undefined,
        isMet: false,
      });
    }
  });
});

describe('chart', () => {
  const chart = createChart(result, '2 cores.');

  test('draws bars as long as the ratios', () => {
    const widths = [...chart.matchAll(/<rect [^>]*width="([\d.]+)"/g)].map(
      ([, width]) => Number(width),
    );
    const [other = 0, own = 0] = widths;
    expect(widths).toHaveLength(6);
    expect(own / other).toBeCloseTo(0.25, 1);
  });

  test('draws the floor as a line', () => {
    const floor = measured('the least', 50);
    const withFloor = createChart(
      { ...result, variants: { ...result.variants, floor } },
      '2 cores.',
    );
    const xs = [...withFloor.matchAll(/<line x1="([\d.]+)"/g)].map(([, x]) =>
      Number(x),
    );

    expect(chart).not.toContain('<line');
    expect(xs).toHaveLength(3);
    expect(withFloor.match(/<rect /g)).toHaveLength(6);
    expect(withFloor).toContain('dashed: the least');
  });

  test('names what failed and escapes titles', () => {
    expect(chart).toContain('failed');
    expect(chart).toContain('The &lt;other&gt;');
  });
});

describe('docs', () => {
  const run = {
    machine: { date: '2026-11-25', cores: 2, node: '20.0.0' },
    repeats: 5,
    suites: { embedding: { '16384x1024': result } },
  };
  const page = ['embedding', 'machine', 'targets', 'chat']
    .map(name => `<!-- bench: ${name} -->\nold\n<!-- end -->\n`)
    .join('text\n');

  test('get the tables between their marks, again and again', () => {
    const once = fillTables(page, run);

    expect(once).toContain('| this package | 0.25 | 0.25 | 0.25 |');
    expect(once).toContain('25 November 2026: 2 cores');
    expect(once).toContain('text\n');
    expect(once).not.toContain('old');
    expect(fillTables(once, run)).toBe(once);
  });

  test('are refused without a place for a table', () => {
    expect(() => fillTables('# Performance', run)).toThrow(
      'Expected <!-- bench: embedding -->',
    );
  });
});
