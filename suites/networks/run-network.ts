import { z } from 'zod/v4';
import { embedText, type LocalBaseten } from '../../local-baseten';
import { installNode } from '../lib/install-runtime';
import { runCommand } from '../lib/run-command';
import type { Network } from './network';

/** How much longer than `fetch` alone a first call may take. */
const MAX_EXCESS_MS = 2000;

const callSchema = z.object({
  embedding: z.array(z.number()).optional(),
  transport: z.string().optional(),
  error: z.string().optional(),
  milliseconds: z.number(),
});
const reportSchema = z.object({ first: callSchema, later: callSchema });

type Calls = z.infer<typeof reportSchema>;

/** Enough for several batches, which go another way than one does. */
const MANY_TEXTS = 300;

/** Calls by `fetch` alone and by the package, in processes of their own. */
export async function runNetwork(
  network: Network,
  project: string,
  server: LocalBaseten,
): Promise<{ cells: string[]; problems: string[] }> {
  const run = (client: 'fetch' | 'package', texts: number) =>
    runClient({ client, texts }, network, project, server);
  const byFetch = await run('fetch', 1);
  const one = await run('package', 1);
  const many = await run('package', MANY_TEXTS);
  const calls = {
    'first call of one text': one.first,
    'later call of one text': one.later,
    'first call of many texts': many.first,
    'later call of many texts': many.later,
  };

  const isLost = !isRight(byFetch.first);
  const problems =
    isLost === (network.isLostByFetch ?? false)
      ? []
      : [`not shown here: fetch alone ${byFetch.first.error ?? 'is answered'}`];
  for (const [name, call] of Object.entries(calls)) {
    const excess = call.milliseconds - byFetch.first.milliseconds;
    if (!isLost && !isRight(call)) {
      problems.push(`the ${name} fails: ${call.error}`);
    } else if (!isLost && excess > MAX_EXCESS_MS) {
      problems.push(`the ${name} takes ${call.milliseconds} ms`);
    }
  }
  const { node = '20' } = network;
  return {
    cells: [
      network.name,
      node,
      format(byFetch.first),
      ...Object.values(calls).map(
        call => `${format(call)}${formatTransport(call)}`,
      ),
    ],
    problems: problems.map(problem => `${network.name}: ${problem}`),
  };
}

async function runClient(
  { client, texts }: { client: 'fetch' | 'package'; texts: number },
  { origin, node = '20', env, hosts }: Network,
  project: string,
  { apiKey }: LocalBaseten,
): Promise<Calls> {
  const command = [await installNode(node), 'call.mjs'];
  const inNamespace = [
    'unshare',
    '--mount',
    'sh',
    '-c',
    'mount --bind "$0" /etc/hosts && exec "$@"',
    hosts ?? '',
  ];
  const [program = '', ...parameters] =
    hosts == null ? command : [...inNamespace, ...command];
  const { stdout, stderr } = await runCommand(program, parameters, {
    folder: project,
    timeoutSeconds: 30,
    env: {
      ...env,
      ORIGIN: origin,
      API_KEY: apiKey,
      CLIENT: client,
      TEXTS: String(texts),
    },
  });
  if (stdout === '') {
    const call = { error: `no answer in 30 s ${stderr}`, milliseconds: 30_000 };
    return { first: call, later: call };
  }
  return reportSchema.parse(JSON.parse(stdout.split('\n').at(-1) ?? ''));
}

function isRight({ embedding }: Calls['first']): boolean {
  return `${embedding}` === `${[...embedText('one')]}`;
}

function format(call: Calls['first']): string {
  return isRight(call) ? `${call.milliseconds} ms` : 'fails';
}

function formatTransport(call: Calls['first']): string {
  return isRight(call) ? `, ${call.transport}` : '';
}
