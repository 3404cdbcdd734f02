import { z } from 'zod/v4';
import { embedText, startLocalBaseten } from '../../local-baseten';
import { runNode } from '../lib/run-node';

interface Size {
  name: string;
  count: number;
  dimensions: number;
  /** The first text. */
  first: string;
  /** Requests that must be in flight together. */
  inFlight?: number;
}

/** A result that is let go must go, all but one vector. */
const MAX_LEFT_MB = 24;

const reportSchema = z.object({
  count: z.number(),
  length: z.number(),
  sum: z.number(),
  left: z.number(),
});

/** @param share Of the largest jobs, 1 for the whole of them. */
export async function runSizeRows(project: string, share: number) {
  const sizes: Size[] = [
    {
      name: 'a text of 20 MB',
      count: 1,
      dimensions: 384,
      first: 'word '.repeat(4_000_000),
    },
    { name: 'empty texts', count: 1_000_000 * share, dimensions: 4, first: '' },
    {
      name: 'batches of one',
      count: 100_000 * share,
      dimensions: 4,
      first: 'text 0',
    },
    { name: 'dimension 1', count: 10_000, dimensions: 1, first: 'text 0' },
    {
      name: 'dimension 32,768',
      count: 512,
      dimensions: 32_768,
      first: 'text 0',
    },
    {
      name: '512 in flight',
      count: 2048,
      dimensions: 4,
      first: 'text 0',
      inFlight: 512,
    },
  ];
  const table: string[][] = [];
  const problems: string[] = [];
  for (const size of sizes) {
    for (const transport of ['native', 'http']) {
      const { cells, problem } = await runSize(size, transport, project, share);
      table.push(cells);
      if (problem != null) problems.push(problem);
    }
  }
  return { table, problems };
}

async function runSize(
  { name, count, dimensions, first, inFlight }: Size,
  transport: string,
  project: string,
  share: number,
) {
  await using server = await startLocalBaseten({
    recordBodies: false,
    dimensions: Math.max(384, dimensions),
  });
  if (inFlight != null) {
    server.behave(() => ({ delayMilliseconds: 1000 }));
  }
  const { stdout, stderr } = await runNode(['--expose-gc', 'sizes.mjs'], {
    folder: project,
    timeoutSeconds: 300,
    env: {
      ORIGIN: server.origin,
      API_KEY: server.apiKey,
      TRANSPORT: transport,
      SIZE: name,
      SHARE: String(share),
    },
  });
  const label = `${name}, ${transport}`;
  if (stdout === '') {
    return {
      cells: [name, transport, '-', '-', '-', '-', 'fails'],
      problem: `${label}: ${stderr.slice(0, 1000)}`,
    };
  }
  const report = reportSchema.parse(JSON.parse(stdout));
  const expected = [...embedText(first, dimensions)].reduce(
    (sum, value) => sum + value,
    0,
  );
  const isRight =
    report.count === count &&
    report.length === dimensions &&
    report.sum === expected;
  const isFine =
    isRight &&
    report.left <= MAX_LEFT_MB &&
    (inFlight == null || server.peakInFlight === inFlight);
  return {
    cells: [
      name,
      transport,
      report.count.toLocaleString('en'),
      server.requests.length.toLocaleString('en'),
      String(server.peakInFlight),
      `${report.left.toFixed(0)} MB`,
      isFine ? 'right' : 'WRONG',
    ],
    problem: isFine
      ? undefined
      : `${label}: ${JSON.stringify(report)}, ${server.peakInFlight} in flight`,
  };
}
