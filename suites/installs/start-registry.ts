import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { CACHE, PROJECT } from '../lib/folders';
import { installNode } from '../lib/install-runtime';
import { quietEnvironment } from '../lib/run-command';
import { runNpm } from '../lib/run-npm';

/**
 * Starts a registry that has what npm's configured one has.
 *
 * @param folder Where the registry keeps its packages.
 * @param ownPackages Names that are not looked up in the configured registry:
 * it has those that are published to it, and no others.
 */
export async function startRegistry(
  folder: string,
  ownPackages: readonly string[],
): Promise<AsyncDisposable & { url: string }> {
  const program = await installRegistry();
  const upstream = (
    await runNpm(['config', 'get', 'registry'], PROJECT)
  ).trim();
  const configuration = join(folder, 'configuration.json');
  writeFileSync(
    configuration,
    // The program reads YAML, and JSON is YAML.
    JSON.stringify({
      storage: join(folder, 'storage'),
      uplinks: { upstream: { url: upstream, maxage: '1d' } },
      packages: {
        ...Object.fromEntries(
          ownPackages.map(name => [name, { access: '$all', publish: '$all' }]),
        ),
        '**': { access: '$all', proxy: 'upstream' },
      },
      log: { type: 'stdout', format: 'pretty', level: 'error' },
    }),
  );

  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}/`;
  const { NODE_EXTRA_CA_CERTS = '' } = process.env;
  const child = spawn(
    await installNode('22'),
    [program, '--config', configuration, '--listen', `127.0.0.1:${port}`],
    {
      cwd: folder,
      env: { ...quietEnvironment(), NODE_EXTRA_CA_CERTS },
      stdio: 'ignore',
    },
  );
  const ended = once(child, 'close');
  while (!(await answers(url))) {
    if (child.exitCode != null) throw new Error('The registry did not start.');
    await setTimeout(200);
  }
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      child.kill();
      await ended;
    },
  };
}

/** @returns the path of the program. */
async function installRegistry(): Promise<string> {
  const folder = join(CACHE, 'registry');
  const program = join(folder, 'node_modules/verdaccio/bin/verdaccio');
  if (!existsSync(program)) {
    cpSync(join(import.meta.dirname, 'registry'), folder, { recursive: true });
    await runNpm(['install', '--ignore-scripts'], folder);
  }
  return program;
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address == null || typeof address === 'string') {
    throw new Error('Expected the address of a TCP server.');
  }
  return address.port;
}

async function answers(url: string): Promise<boolean> {
  return await fetch(`${url}-/ping`).then(
    ({ ok }) => ok,
    () => false,
  );
}
