import { z } from 'zod/v4';
import { embedText, type LocalBaseten } from '../../local-baseten';
import { installNode } from '../lib/install-node';
import { runCommand } from '../lib/run-command';
import type { Network } from './network';

/** How much longer than `fetch` alone a first call may take. */
const MAX_FALLBACK_MS = 2000;

const callSchema = z.object({
  embedding: z.array(z.number()).optional(),
  transport: z.string().optional(),
  error: z.string().optional(),
  milliseconds: z.number(),
});
const reportSchema = z.object({ first: callSchema, later: callSchema });

type Calls = z.infer<typeof reportSchema>;

/** Calls by `fetch` alone and by the package, in processes of their own. */
export async function runNetwork(
  network: Network,
  project: string,
  server: LocalBaseten,
): Promise<{ cells: string[]; problems: string[] }> {
  const byFetch = await runClient('fetch', network, project, server);
  const byPackage = await runClient('package', network, project, server);

  const problems: string[] = [];
  if (isRight(byFetch.first) === (network.isLostByFetch ?? false)) {
    problems.push(
      `${network.name}: not shown here: fetch alone ${byFetch.first.error ?? 'is answered'}`,
    );
  }
  for (const when of ['first', 'later'] as const) {
    if (isRight(byFetch[when]) && !isRight(byPackage[when])) {
      problems.push(
        `${network.name}: the ${when} call fails: ${byPackage[when].error}`,
      );
    }
  }
  const { milliseconds } = byPackage.first;
  if (
    isRight(byFetch.first) &&
    milliseconds - byFetch.first.milliseconds > MAX_FALLBACK_MS
  ) {
    problems.push(`${network.name}: the first call takes ${milliseconds} ms`);
  }
  const { node = '20' } = network;
  return {
    cells: [
      network.name,
      node,
      format(byFetch.first),
      `${format(byPackage.first)}${formatTransport(byPackage.first)}`,
      `${format(byPackage.later)}${formatTransport(byPackage.later)}`,
    ],
    problems,
  };
}

async function runClient(
  client: 'fetch' | 'package',
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
    timeoutSeconds: 60,
    env: { ...env, ORIGIN: origin, API_KEY: apiKey, CLIENT: client },
  });
  if (stdout === '') {
    const call = { error: `no answer in 60 s ${stderr}`, milliseconds: 60_000 };
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
