import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { runOrThrow } from '../lib/run-command';

/** Bytes of a bundle. */
export interface BundleSize {
  minified: number;
  gzipped: number;
}

/** The apps of `chat-only`, by what they are built on. */
export const CHAT_APPS = {
  '@ai-sdk/baseten': 'baseten',
  '@ai-sdk/openai-compatible': 'openai-compatible',
  '@ai-sdk/baseten 2.1.26': 'baseten-2',
} as const;

/** The size of an app that only chats, as a worker on the edge. */
export async function measureChatApp(
  app: (typeof CHAT_APPS)[keyof typeof CHAT_APPS],
  project: string,
): Promise<BundleSize> {
  const file = join(project, 'output', `${app}.js`);
  await runOrThrow(
    join(project, 'node_modules/.bin/esbuild'),
    [
      `chat-only/${app}.mjs`,
      '--bundle',
      '--minify',
      '--format=esm',
      '--target=es2022',
      '--conditions=workerd,worker,browser',
      `--outfile=${file}`,
      '--log-level=warning',
    ],
    { folder: project },
  );

  const code = readFileSync(file);
  return {
    minified: code.length,
    gzipped: gzipSync(code, { level: 9 }).length,
  };
}
