import { z } from 'zod/v4';
import type { LocalBaseten } from '../../local-baseten';
import { runNode } from '../lib/run-node';
import { digestVectors } from './digest-vectors';
import { DIMENSIONS } from './start-faulty-baseten';

/** A minute and an hour, in both directions, in milliseconds. */
const JUMPS = [60_000, 3_600_000, -60_000];

/** A job that takes so many times longer is held up by the clock. */
const MAX_SLOWDOWN = 4;

const jobSchema = z.object({ digest: z.string(), milliseconds: z.number() });
const reportSchema = z.object({
  before: jobSchema,
  jumping: jobSchema,
  after: jobSchema,
  jumps: z.number(),
});

/** What a clock that jumps does to the pace of jobs. */
export async function runClockRows(project: string, server: LocalBaseten) {
  const table: string[][] = [];
  const problems: string[] = [];
  const digest = digestVectors('paced', 12_800, DIMENSIONS);
  for (const jump of JUMPS) {
    for (const transport of ['native', 'http']) {
      const { stdout, stderr } = await runNode(['clock.mjs', String(jump)], {
        folder: project,
        timeoutSeconds: 60,
        env: {
          ORIGIN: server.origin,
          API_KEY: server.apiKey,
          TRANSPORT: transport,
        },
      });
      const label = `${jump / 1000} s`;
      if (stdout === '') {
        table.push([label, transport, '-', '-', '-', 'DOES NOT END']);
        problems.push(`clock ${label}, ${transport}: no end in 60 s ${stderr}`);
        continue;
      }
      const { before, jumping, after, jumps } = reportSchema.parse(
        JSON.parse(stdout),
      );
      const [during, afterwards] = [jumping, after].map(
        ({ milliseconds }) => milliseconds / before.milliseconds,
      );
      const isFine =
        [before, jumping, after].every(job => job.digest === digest) &&
        [during, afterwards].every(ratio => (ratio ?? 0) < MAX_SLOWDOWN) &&
        jumps > 0;
      table.push([
        label,
        transport,
        String(jumps),
        (during ?? 0).toFixed(1),
        (afterwards ?? 0).toFixed(1),
        isFine ? 'fine' : 'NOT FINE',
      ]);
      if (!isFine) {
        problems.push(
          `clock ${label}, ${transport}: jobs take ${during} and ${afterwards} times longer, ${jumps} jumps`,
        );
      }
    }
  }
  return { table, problems };
}
