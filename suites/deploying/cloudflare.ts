import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findFreePort } from '../lib/find-free-port';
import { quietEnvironment, runOrThrow } from '../lib/run-command';
import { ask } from './ask';
import { createProject } from './create-project';
import type { Ingredients, Outcome } from './deployment';

const SECONDS_TO_START = 60;

/** Builds the Worker by wrangler, serves it, and asks it once. */
export async function runCloudflare({
  folder,
  node,
  tarball,
  local,
}: Ingredients): Promise<Outcome> {
  await createProject({
    folder,
    packages: [tarball, 'ai@7', 'zod@4', 'wrangler@4'],
    sample: 'Cloudflare Workers',
    file: 'worker.mjs',
  });
  writeFileSync(
    join(folder, 'wrangler.json'),
    JSON.stringify({
      name: 'answers',
      main: 'worker.mjs',
      compatibility_date: '2026-01-01',
    }),
  );
  const home = join(folder, 'home');
  mkdirSync(home);
  const { PATH = '' } = quietEnvironment();
  const env = {
    PATH: `${dirname(node)}:${PATH}`,
    HOME: home,
    CI: '1',
    WRANGLER_SEND_METRICS: 'false',
  };
  const wrangler = join(folder, 'node_modules/wrangler/bin/wrangler.js');
  await runOrThrow(node, [wrangler, 'deploy', '--dry-run', '--outdir=bundle'], {
    folder,
    env,
  });

  const port = await findFreePort();
  const child = spawn(
    node,
    [
      ...[wrangler, 'dev', `--port=${port}`],
      ...['--var', `BASETEN_API_KEY:${local.apiKey}`],
      ...['--var', `BASETEN_BASE_URL:${local.baseURL}`],
    ],
    { cwd: folder, env: { ...quietEnvironment(), ...env }, stdio: 'ignore' },
  );
  const ended = once(child, 'close');
  try {
    return {
      name: 'Cloudflare Workers',
      seen: await ask(`http://127.0.0.1:${port}/`, SECONDS_TO_START, {
        method: 'POST',
        body: JSON.stringify({ prompt: 'What is 17 times 23?' }),
      }),
      expected: '17 times 23 = 391',
    };
  } finally {
    child.kill();
    await ended;
  }
}
