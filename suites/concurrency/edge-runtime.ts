import { join } from 'node:path';
import { findFreePort } from '../lib/find-free-port';
import { installFromNpm } from '../lib/install-from-npm';
import type { Isolate } from './isolate';
import { startServerProcess } from './start-server-process';

/** Starts Vercel's Edge Runtime with the bundle of `edge.mjs`. */
export async function startEdgeRuntime(bundle: string): Promise<Isolate> {
  const { packageFolder } = await installFromNpm('edge-runtime', '4');
  const port = await findFreePort();
  return await startServerProcess(
    process.execPath,
    [
      join(packageFolder, 'dist/cli/index.js'),
      '--listen',
      `--host=127.0.0.1`,
      `--port=${port}`,
      join(bundle, 'edge.js'),
    ],
    { folder: bundle, port },
  );
}
