import { z } from 'zod/v4';
import { median } from '../lib/median';

export const sampleSchema = z.object({
  minute: z.number(),
  rss: z.number(),
  heap: z.number(),
  handles: z.number(),
  listeners: z.number(),
  'loop delay': z.number(),
  'loop delay p99': z.number(),
  calls: z.number(),
  aborted: z.number(),
  failed: z.number(),
  wrong: z.number(),
  problems: z.array(z.string()),
});

export type Sample = z.infer<typeof sampleSchema>;

/** What must not grow, with the growth that is still noise. */
export const FLAT: ReadonlyArray<{
  name: 'rss' | 'heap' | 'handles' | 'listeners' | 'loop delay';
  unit: string;
  /** Of the level at the start. */
  maxGrowth: number;
  /** Growth below this, in units, is never seen as one. */
  slack: number;
  /** A shorter run says nothing: the process still grows to its usual size. */
  minMinutes?: number;
}> = [
  { name: 'heap', unit: 'MB', maxGrowth: 0.1, slack: 2 },
  { name: 'rss', unit: 'MB', maxGrowth: 0.15, slack: 10, minMinutes: 10 },
  { name: 'handles', unit: '', maxGrowth: 0.2, slack: 8 },
  { name: 'listeners', unit: '', maxGrowth: 0.2, slack: 8 },
  { name: 'loop delay', unit: 'ms', maxGrowth: 0.5, slack: 5 },
];

/** The beginning of a run, in which caches and the heap fill up. */
const WARM_UP = 0.3;

/** How much a figure grew from the end of the warm-up to the end of the run. */
export interface Growth {
  name: string;
  unit: string;
  start: number;
  growth: number;
  verdict: 'flat' | 'GROWS' | 'too short to tell';
}

/** By slope, so that one odd sample at either end decides nothing. */
export function judgeSamples(samples: readonly Sample[]): Growth[] {
  const warm = samples.slice(Math.floor(samples.length * WARM_UP));
  return FLAT.map(({ name, unit, maxGrowth, slack, minMinutes = 0 }) => {
    const points = warm.map(sample => [sample.minute, sample[name]] as const);
    const start = median(
      points.slice(0, Math.ceil(points.length / 4)).map(([, value]) => value),
    );
    const minutes = (points.at(-1)?.[0] ?? 0) - (points[0]?.[0] ?? 0);
    const growth = medianSlope(points) * minutes;
    return {
      name,
      unit,
      start,
      growth,
      verdict:
        growth <= Math.max(slack, start * maxGrowth)
          ? 'flat'
          : minutes < minMinutes
            ? 'too short to tell'
            : 'GROWS',
    };
  });
}

/** The slope of Theil and Sen: the median over all pairs of points. */
function medianSlope(points: ReadonlyArray<readonly [number, number]>): number {
  const slopes = points.flatMap(([x, y], index) =>
    points.slice(index + 1).map(([x2, y2]) => (y2 - y) / (x2 - x)),
  );
  return median(slopes);
}
