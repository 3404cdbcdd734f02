import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFreePort } from '../lib/find-free-port';
import { createWorkerdConfig, installWorkerd } from '../lib/workerd';
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
    createWorkerdConfig({
      bundle,
      port,
      compatibilityDate,
      compatibilityFlags,
    }),
  );
  return await startServerProcess(workerd, ['serve', config], {
    folder: bundle,
    port,
  });
}
