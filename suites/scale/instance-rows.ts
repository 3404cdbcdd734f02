import { z } from 'zod/v4';
import type { LocalBaseten } from '../../local-baseten';
import { runNode } from '../lib/run-node';
import { startRelay } from '../lib/start-relay';

const MODES = [
  'one instance',
  'an instance per call',
  'a key per instance',
  'one instance, a key per call',
];

/** Calls in flight are 20, and a pool of native clients has at most 16. */
const MAX_CONNECTIONS = 64;
const MAX_RATIO = 1.3;
/** Of memory, from half of the calls to all of them. */
const MAX_GROWTH = 1.15;

const memorySchema = z.object({ rss: z.number(), heapUsed: z.number() });
const reportSchema = z.object({
  warm: memorySchema,
  end: memorySchema,
  ratio: z.number(),
});

/** What many instances and keys cost, next to one shared instance. */
export async function runInstanceRows(
  project: string,
  server: LocalBaseten,
  calls: number,
) {
  const table: string[][] = [];
  const problems: string[] = [];
  for (const transport of ['native', 'http']) {
    for (const mode of MODES) {
      using relay = await startRelay(server.origin);
      const { stdout, stderr } = await runNode(
        ['--expose-gc', 'instances.mjs'],
        {
          folder: project,
          timeoutSeconds: 180,
          env: {
            ORIGIN: relay.origin,
            API_KEY: server.apiKey,
            TRANSPORT: transport,
            MODE: mode,
            CALLS: String(calls),
          },
        },
      );
      const name = `${mode}, ${transport}`;
      if (stdout === '') {
        table.push([mode, transport, '-', '-', '-', '-', '-', 'fails']);
        problems.push(`${name}: ${stderr}`);
        continue;
      }
      const { warm, end, ratio } = reportSchema.parse(JSON.parse(stdout));
      const growth = end.rss / warm.rss;
      const isFine =
        relay.peak <= MAX_CONNECTIONS &&
        growth <= MAX_GROWTH &&
        ratio <= MAX_RATIO;
      table.push([
        mode,
        transport,
        String(relay.opened),
        String(relay.peak),
        `${warm.rss.toFixed(0)} MB`,
        `${end.rss.toFixed(0)} MB`,
        ratio.toFixed(2),
        isFine ? 'fine' : 'NOT FINE',
      ]);
      if (!isFine) {
        problems.push(
          `${name}: ${relay.peak} connections (at most ${MAX_CONNECTIONS}), memory times ${growth.toFixed(2)} (at most ${MAX_GROWTH}), p99 times ${ratio.toFixed(2)} (at most ${MAX_RATIO})`,
        );
      }
    }
  }
  return { table, problems };
}
