import { once } from '../utils/once';

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

/** Where the native client is looked for, the first that has it. */
const SOURCES = [
  // Our own entry knows the platforms. A bundle finds it by name as well.
  '@ai-sdk/baseten/performance-client',
  // For a bundle whose folder has the client, but not this package.
  '@basetenlabs/performance-client',
];

/**
 * The native client's constructor, or `undefined` wherever it cannot be used:
 * not installed, no binary for this platform, no permission to load it, a
 * runtime without addons, or a worker thread, where ending the worker during a
 * native call can abort the whole process.
 */
export const loadPerformanceClient = once(
  async (): Promise<BasetenPerformanceClientConstructor | undefined> => {
    const threads = await importModule('node:worker_threads');
    if (threads?.isMainThread !== true || !(await isGrantedByDeno())) {
      return undefined;
    }
    for (const source of SOURCES) {
      const client = (await importModule(source))?.PerformanceClient;
      if (isConstructor(client)) {
        return client;
      }
    }
    return undefined;
  },
);

/** Deno would stop at the terminal and ask for what the addon needs. */
async function isGrantedByDeno(): Promise<boolean> {
  const { permissions } = Object(Reflect.get(globalThis, 'Deno'));
  const states: unknown[] = await Promise.all(
    ['ffi', 'read', 'sys'].map(
      async name => (await permissions?.query({ name }))?.state,
    ),
  );
  return states.every(state => state === undefined || state === 'granted');
}

/** An import that no bundler follows: most fail at the addon's binary. */
async function importModule(
  name: string,
): Promise<Record<string, unknown> | undefined> {
  try {
    return await import(/* webpackIgnore: true */ /* @vite-ignore */ name);
  } catch {
    // Each runtime and bundler has an error of its own for "not there".
    return undefined;
  }
}

function isConstructor(
  value: unknown,
): value is BasetenPerformanceClientConstructor {
  return typeof value === 'function';
}
