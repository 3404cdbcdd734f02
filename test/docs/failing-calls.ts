import { createServer } from 'node:net';
import { embedMany } from 'ai';
import { type Behaviour, startLocalBaseten } from '../../local-baseten';
import { createBaseten } from '../../src';

/** What happens to every request of a call. */
const FAILURES: Record<string, Behaviour | undefined> = {
  'status 503': { status: 503 },
  'status 429': { status: 429 },
  'connection reset': { cut: 'before-headers' },
  'no answer': { hang: true },
  'connection refused': undefined,
};

const CALLS = [
  { texts: 1, maxRetries: 0 },
  { texts: 1, maxRetries: 2 },
  { texts: 10_000, maxRetries: 0 },
  { texts: 10_000, maxRetries: 2 },
];

/** Short, since a server that hangs is waited for. */
const TIMEOUT_SECONDS = 2;

export interface FailingCall {
  failure: string;
  transport: 'native' | 'http';
  texts: number;
  maxRetries: number;
  requests: number;
  seconds: number;
}

async function run(
  failure: string,
  transport: FailingCall['transport'],
  { texts, maxRetries }: (typeof CALLS)[number],
): Promise<FailingCall> {
  await using server = await startLocalBaseten({ recordBodies: false });
  const behaviour = FAILURES[failure];
  if (behaviour != null) server.behave(() => behaviour);
  const start = performance.now();
  await embedMany({
    model: createBaseten({
      apiKey: server.apiKey,
      modelURL:
        behaviour != null
          ? server.modelURL
          : `http://127.0.0.1:${await findFreePort()}/sync`,
      performanceClient: transport === 'native',
    }).embeddingModel(),
    values: Array.from({ length: texts }, (_, index) => `${index}`),
    maxRetries,
    providerOptions: { baseten: { timeoutSeconds: TIMEOUT_SECONDS } },
  }).then(
    () => {
      throw new Error(`Expected the call to fail: ${failure}`);
    },
    () => {},
  );

  return {
    failure,
    transport,
    texts,
    maxRetries,
    requests: server.requests.length,
    seconds: (performance.now() - start) / 1000,
  };
}

/** Runs all of them at once: they mostly wait. */
export async function failingCalls(): Promise<FailingCall[]> {
  return await Promise.all(
    Object.keys(FAILURES).flatMap(failure =>
      (['native', 'http'] as const).flatMap(transport =>
        CALLS.map(call => run(failure, transport, call)),
      ),
    ),
  );
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = Object(server.address());
  await new Promise(resolve => server.close(resolve));
  return port;
}
