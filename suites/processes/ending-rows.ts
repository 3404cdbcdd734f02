import type { LocalBaseten } from '../../local-baseten';
import { runCommand } from '../lib/run-command';

/** A process that ends in the middle of something. */
interface Ending {
  name: string;
  parameters: string[];
  /** Exit code, `null` for a signal. */
  expected: number | null;
}

const ENDINGS: Ending[] = [
  ...[
    'finished',
    'aborted, 1 text',
    'aborted, 1,500 texts',
    'abandoned',
    'process.exit',
  ].map(name => ({ name, parameters: ['ends.mjs', name], expected: 0 })),
  { name: 'SIGTERM', parameters: ['ends.mjs', 'SIGTERM'], expected: null },
  { name: 'worker threads', parameters: ['ends-thread.mjs'], expected: 0 },
  { name: 'cluster', parameters: ['ends-cluster.mjs'], expected: 0 },
  { name: 'node --test', parameters: ['--test', 'ends-test.mjs'], expected: 1 },
];

/** Long enough for all of them on a busy machine, and far from a timeout. */
const LIMIT_SECONDS = 60;

/** Whether each process ends by itself and prints nothing that it should not. */
export async function runEndingRows(project: string, server: LocalBaseten) {
  const table: string[][] = [];
  const problems: string[] = [];
  for (const { name, parameters, expected } of ENDINGS) {
    for (const transport of ['native', 'http']) {
      const start = performance.now();
      const { exitCode, stdout, stderr } = await runCommand(
        process.execPath,
        parameters,
        {
          folder: project,
          timeoutSeconds: LIMIT_SECONDS,
          env: {
            ORIGIN: server.origin,
            API_KEY: server.apiKey,
            TRANSPORT: transport,
          },
        },
      );
      const seconds = (performance.now() - start) / 1000;
      const isTimely = seconds < LIMIT_SECONDS;
      const isRight = isTimely && exitCode === expected && stderr === '';
      table.push([
        name,
        transport,
        isTimely ? `ends after ${seconds.toFixed(1)} s` : 'DOES NOT END',
        isRight ? 'clean' : `exit code ${exitCode}`,
      ]);
      if (!isRight) {
        problems.push(
          `${name}, ${transport}: exit code ${exitCode} after ${seconds.toFixed(1)} s\n${stdout}${stderr}`,
        );
      }
    }
  }
  return { table, problems };
}
