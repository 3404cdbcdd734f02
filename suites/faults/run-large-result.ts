import { readFileSync } from 'node:fs';
import { embedMany } from 'ai';
import { startServer } from '../../bench/start-server.mjs';
import { API_KEY, checkVectors, createTexts } from '../../bench/test-data.mjs';
import { createBaseten } from '../../src/baseten-provider';
import type { LargeResultScenario, Report } from './scenario';

const BYTES_PER_NUMBER = 8;
const MAX_RATIO = 1.5;

/** Memory while a result of gigabytes comes in, the server's aside. */
export async function runLargeResult({
  task,
  transport,
  texts,
  dimensions,
}: LargeResultScenario): Promise<Report> {
  const server = await startServer([dimensions]);
  const model = createBaseten({
    modelURL: `${server.origin}/${dimensions}/0/sync`,
    apiKey: API_KEY,
    performanceClient: transport === 'native',
  }).embeddingModel();

  const start = performance.now();
  const { embeddings } = await embedMany({ model, values: createTexts(texts) });
  const wall = performance.now() - start;
  const peak = readPeakMemory();
  server.stop();
  checkVectors(embeddings, { texts, dimensions });

  const ratio = peak / (texts * dimensions * BYTES_PER_NUMBER);

  return {
    figures: {
      task,
      transport,
      texts,
      dimensions,
      'result MB': megabytes(texts * dimensions * BYTES_PER_NUMBER),
      'peak RSS MB': megabytes(peak),
      ratio: ratio.toFixed(2),
      'job s': (wall / 1000).toFixed(1),
    },
    failures: {},
    violations:
      ratio <= MAX_RATIO ? [] : [`the peak is ${ratio} times the result`],
  };
}

/** Linux lets `maxRSS` begin with what the parent has, unlike its own count. */
function readPeakMemory(): number {
  const kilobytes =
    process.platform === 'linux'
      ? /^VmHWM:\s*(\d+) kB$/m.exec(
          readFileSync('/proc/self/status', 'utf8'),
        )?.[1]
      : undefined;
  return Number(kilobytes ?? process.resourceUsage().maxRSS) * 1024;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}
