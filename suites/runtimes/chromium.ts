import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { NotAvailableError } from '../lib/not-available-error';
import { quietEnvironment, runCommand } from '../lib/run-command';
import { createTemporaryFolder } from '../lib/temporary-folder';
import { bundleProgram } from './bundle-program';
import { readReport } from './read-report';
import type { RuntimeReport, SmokeServer } from './runtime';
import { servePage } from './serve-page';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Runs the smoke program of a scratch project in a page of Chromium. */
export async function runOnChromium({
  project,
  server,
}: {
  project: string;
  server: SmokeServer;
}): Promise<RuntimeReport> {
  const chromium = PLACES.find(place => existsSync(place));
  if (chromium == null) {
    throw new NotAvailableError(
      'Chromium is not installed: apt-get install chromium',
    );
  }
  const bundle = await bundleProgram({
    entry: 'page',
    conditions: 'browser',
    format: 'esm',
    project,
  });
  const page = await servePage(
    readFileSync(join(bundle, 'page.js')),
    server.origin,
  );
  using profile = createTemporaryFolder();
  const child = spawn(
    chromium,
    [
      '--headless',
      // Chromium has no sandbox for root, as in most containers.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--no-first-run',
      `--user-data-dir=${profile.path}`,
      `${page.origin}/?key=${server.apiKey}`,
    ],
    { env: quietEnvironment(), stdio: 'ignore' },
  );
  const ended = once(child, 'close');

  try {
    const report = await Promise.race([
      page.report,
      setTimeout(120_000, undefined, { ref: false }),
      ended.then(() => undefined),
    ]);
    if (report == null) throw new Error('The page did not report.');
    return { version: await readVersion(chromium), ...readReport(report) };
  } finally {
    child.kill();
    await ended;
    page.close();
  }
}

async function readVersion(chromium: string): Promise<string> {
  const { stdout } = await runCommand(chromium, ['--version'], {
    folder: tmpdir(),
  });
  return /[\d.]+/.exec(stdout)?.[0] ?? stdout;
}
