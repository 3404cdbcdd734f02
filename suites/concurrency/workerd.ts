import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFreePort } from '../lib/find-free-port';
import { installFromNpm } from '../lib/install-from-npm';
import type { Isolate } from './isolate';
import { startServerProcess } from './start-server-process';

/** Starts Cloudflare's workerd with the bundle of `worker.mjs`. */
export async function startWorkerd({
  bundle,
  compatibilityDate,
  compatibilityFlags,
}: {
  bundle: string;
  compatibilityDate: string;
  compatibilityFlags: readonly string[];
}): Promise<Isolate> {
  const { workerd } = await installWorkerd();
  const port = await findFreePort();
  const config = join(bundle, `config-${port}.capnp`);
  writeFileSync(
    config,
    createConfig({ bundle, port, compatibilityDate, compatibilityFlags }),
  );
  return await startServerProcess(workerd, ['serve', config], {
    folder: bundle,
    port,
  });
}

/** @returns the program and the newest compatibility date that it knows. */
export async function installWorkerd(): Promise<{
  workerd: string;
  version: string;
  newestDate: string;
}> {
  const cpu = process.arch === 'x64' ? '64' : process.arch;
  const { packageFolder, version } = await installFromNpm(
    `@cloudflare/workerd-${process.platform}-${cpu}`,
    '1',
  );
  return {
    workerd: join(packageFolder, 'bin/workerd'),
    version,
    // 1.20261117.1 is of 17 November 2026.
    newestDate: version.replace(/^1\.(\d{4})(\d\d)(\d\d)\..*$/, '$1-$2-$3'),
  };
}

function createConfig({
  bundle,
  port,
  compatibilityDate,
  compatibilityFlags,
}: {
  bundle: string;
  port: number;
  compatibilityDate: string;
  compatibilityFlags: readonly string[];
}): string {
  const others = readdirSync(bundle).filter(
    file => /\.m?js$/.test(file) && file !== 'worker.js',
  );
  const modules = ['worker.js', ...others].map(
    file => `(name = "${file}", esModule = embed "${file}")`,
  );
  const flags = compatibilityFlags.map(flag => `"${flag}"`);

  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "network", network = (allow = ["private"])),
  ],
  sockets = [
    (name = "http", address = "127.0.0.1:${port}", http = (), service = "main"),
  ],
);

const main :Workerd.Worker = (
  modules = [${modules.join(', ')}],
  compatibilityDate = "${compatibilityDate}",
  compatibilityFlags = [${flags.join(', ')}],
  globalOutbound = "network",
);
`;
}
