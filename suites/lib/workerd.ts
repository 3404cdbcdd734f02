import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installFromNpm } from './install-from-npm';

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

/** @returns the configuration of one worker that may reach this machine. */
export function createWorkerdConfig({
  bundle,
  port,
  compatibilityDate,
  compatibilityFlags,
  bindings = {},
}: {
  /** Folder of ES modules; `worker.js` is the one that answers. */
  bundle: string;
  /** Where it listens; 0 for any port. */
  port: number;
  compatibilityDate: string;
  compatibilityFlags: readonly string[];
  /** Texts that the worker gets, by name. */
  bindings?: Record<string, string>;
}): string {
  const others = readdirSync(bundle).filter(
    file => /\.m?js$/.test(file) && file !== 'worker.js',
  );
  const modules = ['worker.js', ...others].map(
    file => `(name = "${file}", esModule = embed "${file}")`,
  );
  const texts = Object.entries(bindings).map(
    ([name, text]) => `(name = "${name}", text = "${text}")`,
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
  bindings = [${texts.join(', ')}],
  compatibilityDate = "${compatibilityDate}",
  compatibilityFlags = [${flags.join(', ')}],
  globalOutbound = "network",
);
`;
}
