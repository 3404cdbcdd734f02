import { rememberResult } from '../utils/remember-result';

/**
 * What this package uses of Baseten's `PerformanceClient`. Typed by structure,
 * so that our declarations never import the native client's.
 */
export interface BasetenPerformanceClient {
  /**
   * Posts each payload to `urlPath` below the client's base URL. Resolves to
   * `{ data: unknown[], response_headers: Record<string, string>[] }`.
   */
  batchPost(
    urlPath: string,
    payloads: unknown[],
    maxConcurrentRequests?: number | null,
    timeoutSeconds?: number | null,
  ): Promise<unknown>;
}

/** Constructor of a {@link BasetenPerformanceClient}. */
export type BasetenPerformanceClientConstructor = new (
  baseURL: string,
  apiKey: string,
) => BasetenPerformanceClient;

const THREADS = 'node:worker_threads';

// The names of these imports are constants: Vercel's file tracer follows them
// and keeps the client in a deployment. Bundlers, which fail at the client's
// binary, do not.
const ENTRY = '@ai-sdk/baseten/performance-client';
const ROOT_PACKAGE = '@basetenlabs/performance-client';

const SOURCES = [
  // Our own entry knows the platforms. Bundles find it by name, too.
  () => import(/* webpackIgnore: true */ /* @vite-ignore */ ENTRY),
  // For bundles in a folder that has the client but not this package.
  () => import(/* webpackIgnore: true */ /* @vite-ignore */ ROOT_PACKAGE),
];

/**
 * The native client's constructor, or `undefined` wherever it cannot be used:
 * not installed, no binary for this platform, no permission to load it, a
 * runtime without addons, or a worker thread, where ending the worker during a
 * native call can abort the whole process.
 */
export const loadPerformanceClient = rememberResult(
  async (): Promise<BasetenPerformanceClientConstructor | undefined> => {
    const threads = await load(
      () => import(/* webpackIgnore: true */ /* @vite-ignore */ THREADS),
    );
    if (threads?.isMainThread !== true || !(await isGrantedByDeno())) {
      return undefined;
    }
    for (const source of SOURCES) {
      const client = (await load(source))?.PerformanceClient;
      if (isConstructor(client)) {
        return client;
      }
    }
    return undefined;
  },
);

/** Without this check Deno would stop and ask for the addon's permissions. */
async function isGrantedByDeno(): Promise<boolean> {
  const { permissions } = Object(Reflect.get(globalThis, 'Deno'));
  const states: unknown[] = await Promise.all(
    ['ffi', 'read', 'sys'].map(
      async name => (await permissions?.query({ name }))?.state,
    ),
  );
  return states.every(state => state == null || state === 'granted');
}

async function load(
  source: () => Promise<Record<string, unknown>>,
): Promise<Record<string, unknown> | undefined> {
  try {
    return await source();
  } catch {
    // Every runtime and bundler has its own error for "not there".
    return undefined;
  }
}

function isConstructor(
  value: unknown,
): value is BasetenPerformanceClientConstructor {
  return typeof value === 'function';
}
