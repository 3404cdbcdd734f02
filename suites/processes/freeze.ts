import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod/v4';
import type { LocalBaseten } from '../../local-baseten';
import { quietEnvironment } from '../lib/run-command';
import { startRelay } from '../lib/start-relay';
import { digestVectors } from './digest-vectors';
import { DIMENSIONS } from './start-faulty-baseten';

const TYPED_ERRORS = ['AI_APICallError', 'AI_RetryError', 'TimeoutError'];
const JOB = { name: 'slow', texts: 12_800 };
/** A job that takes so many times longer after a freeze is held up by it. */
const MAX_SLOWDOWN = 4;

const replySchema = z.object({
  digest: z.string().optional(),
  error: z.string().optional(),
  message: z.string().optional(),
  milliseconds: z.number(),
});

/** What became of a process that was frozen. */
export interface Thawed {
  cells: string[];
  problems: string[];
}

/** Freezes a process in mid-job, or idle as AWS Lambda does. */
export async function freeze({
  project,
  server,
  transport,
  seconds,
  isIdle,
}: {
  project: string;
  server: LocalBaseten;
  transport: string;
  seconds: number;
  isIdle: boolean;
}): Promise<Thawed> {
  using relay = await startRelay(server.origin);
  const child = spawn(process.execPath, ['frozen.mjs'], {
    cwd: project,
    env: {
      ...quietEnvironment(),
      ORIGIN: relay.origin,
      API_KEY: server.apiKey,
      TRANSPORT: transport,
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const call = createCaller(child);
  try {
    const before = await call('text', 12_800);
    const job = isIdle ? undefined : call(JOB.name, JOB.texts);
    await setTimeout(isIdle ? 200 : 500);
    child.kill('SIGSTOP');
    await setTimeout(100);
    relay.closeConnections();
    await setTimeout(seconds * 1000);
    child.kill('SIGCONT');
    // The first call of a thawed handler, or the job that it froze in.
    const frozen = await (job ?? call('text', 1));
    const later = [await call('text', 1), await call('text', 12_800)];
    const slowdown =
      (later[1]?.milliseconds ?? Number.NaN) / before.milliseconds;

    const isFine =
      frozen.isRight || (!isIdle && TYPED_ERRORS.includes(frozen.error ?? ''));
    const isLaterFine = later.every(({ isRight }) => isRight);
    return {
      cells: [
        isIdle ? 'idle' : 'in mid-job',
        transport,
        `${seconds} s`,
        frozen.isRight ? 'right' : (frozen.error ?? 'wrong vectors'),
        isLaterFine ? 'right' : 'WRONG',
        slowdown.toFixed(1),
      ],
      problems:
        isFine && isLaterFine && slowdown < MAX_SLOWDOWN
          ? []
          : [
              `frozen ${transport}: ${JSON.stringify({ frozen, later, slowdown })}`,
            ],
    };
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}

/** Sends lines to the program and checks what it prints. */
function createCaller({ stdin, stdout }: ChildProcess) {
  if (stdin == null || stdout == null) throw new Error('Expected two pipes.');
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  return async (name: string, count: number) => {
    stdin.write(`${name} ${count}\n`);
    const { value } = await Promise.race([
      lines.next(),
      setTimeout(120_000, { value: '{"error":"no answer","milliseconds":0}' }),
    ]);
    const reply = replySchema.parse(JSON.parse(value ?? '{}'));
    return {
      ...reply,
      isRight: reply.digest === digestVectors(name, count, DIMENSIONS),
    };
  };
}
