import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { runOrThrow } from '../lib/run-command';

/** Bytes of a bundle. */
export interface BundleSize {
  minified: number;
  gzipped: number;
}

/** A chat app in one file, and what is loaded at its start when it is split. */
export interface ChatAppSize {
  inOneFile: BundleSize;
  atStart: BundleSize;
}

/** What a chat app can be built on, and the name of its file. */
export const CHAT_APPS = {
  '@ai-sdk/baseten': 'baseten',
  '@ai-sdk/openai-compatible': 'openai-compatible',
  '@ai-sdk/baseten 2.1.26': 'baseten-2',
} as const;

type App = (typeof CHAT_APPS)[keyof typeof CHAT_APPS];

/** `metafile.json` of esbuild, as far as it is read here. */
interface Metafile {
  outputs: Record<
    string,
    {
      entryPoint?: string;
      imports: Array<{ path: string; kind: string; external?: boolean }>;
    }
  >;
}

/**
 * The size of an app that only chats, as a worker on the edge.
 *
 * @param folder `chat-only`, or `model-only` for the model without `ai`.
 */
export async function measureChatApp(
  folder: 'chat-only' | 'model-only',
  app: App,
  project: string,
): Promise<ChatAppSize> {
  const entry = `${folder}/${app}.mjs`;
  return {
    inOneFile: measure(await bundle(entry, [], project)),
    atStart: measure(await bundle(entry, ['--splitting'], project)),
  };
}

/** @returns the files of a bundle that are loaded at its start. */
async function bundle(
  entry: string,
  options: string[],
  project: string,
): Promise<string[]> {
  const output = `output/${entry}${options.join('')}`;
  const metafile = join(project, output, 'metafile.json');
  await runOrThrow(
    join(project, 'node_modules/.bin/esbuild'),
    [
      entry,
      '--bundle',
      '--minify',
      '--format=esm',
      '--target=es2022',
      '--conditions=workerd,worker,browser',
      `--outdir=${output}`,
      `--metafile=${metafile}`,
      '--log-level=warning',
      ...options,
    ],
    { folder: project },
  );

  const { outputs }: Metafile = JSON.parse(readFileSync(metafile, 'utf8'));
  const atStart = new Set<string>();
  const follow = (file: string) => {
    atStart.add(file);
    for (const { path, kind } of outputs[file]?.imports ?? []) {
      if (kind === 'import-statement' && path in outputs && !atStart.has(path))
        follow(path);
    }
  };
  for (const [file, { entryPoint }] of Object.entries(outputs)) {
    if (entryPoint === entry) follow(file);
  }
  return [...atStart].map(file => join(project, file));
}

function measure(files: string[]): BundleSize {
  const contents = files.map(file => readFileSync(file));
  const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size);
  return {
    minified: sum(contents.map(content => content.length)),
    gzipped: sum(
      contents.map(content => gzipSync(content, { level: 9 }).length),
    ),
  };
}
