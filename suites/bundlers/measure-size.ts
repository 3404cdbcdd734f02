import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { runOrThrow } from '../lib/run-command';

/** Bytes of a bundle. */
export interface BundleSize {
  minified: number;
  gzipped: number;
}

/**
 * A chat app in one file and, when it is split, what is loaded at its start and
 * what is loaded once it has a whole answer.
 */
export interface ChatAppSize {
  inOneFile: BundleSize;
  atStart: BundleSize;
  afterAnswer: BundleSize;
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
  const whole = await bundle(entry, [], project);
  const split = await bundle(entry, ['--splitting'], project);
  return {
    inOneFile: measure(whole.atStart),
    atStart: measure(split.atStart),
    afterAnswer: measure(split.afterAnswer),
  };
}

/** What a whole answer loads, if it is not loaded at the start. */
const ANSWER = /@ai-sdk\/baseten\/dist\/generate-/;

interface LoadedFiles {
  atStart: string[];
  afterAnswer: string[];
}

/** @returns the files of a bundle by when they are loaded. */
async function bundle(
  entry: string,
  options: string[],
  project: string,
): Promise<LoadedFiles> {
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
  const collect = (isFirst: (entryPoint: string) => boolean) => {
    const loaded = new Set<string>();
    const follow = (file: string) => {
      loaded.add(file);
      for (const { path, kind } of outputs[file]?.imports ?? []) {
        if (kind === 'import-statement' && path in outputs && !loaded.has(path))
          follow(path);
      }
    };
    for (const [file, { entryPoint }] of Object.entries(outputs)) {
      if (entryPoint !== undefined && isFirst(entryPoint)) follow(file);
    }
    return [...loaded].map(file => join(project, file));
  };
  return {
    atStart: collect(name => name === entry),
    afterAnswer: collect(name => name === entry || ANSWER.test(name)),
  };
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
