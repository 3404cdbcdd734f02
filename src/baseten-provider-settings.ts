import type { FetchFunction, Resolvable } from '@ai-sdk/provider-utils';
import type { BasetenProgress } from './settings/baseten-progress';
import type { BasetenSessionAffinity } from './settings/session-affinity';
import type { BasetenPerformanceClientConstructor } from './transport/performance-client';

/** Settings of `createBaseten`; all are optional. */
export interface BasetenProviderSettings {
  /**
   * API key, sent as `Authorization: Bearer KEY`, or a promise or function that
   * returns it. The function runs for each call, so that keys can rotate. An
   * empty string counts as missing.
   *
   * @default the `BASETEN_API_KEY` environment variable, read for each request
   */
  apiKey?: Resolvable<string | undefined>;

  /**
   * URL prefix of the Model APIs, for example of a proxy. An absolute http(s)
   * URL without query, fragment or user info. Ignored if `modelURL` is set.
   *
   * @default 'https://inference.baseten.co/v1'
   */
  baseURL?: string | URL | undefined;

  /**
   * URL of a dedicated deployment: its `/sync/v1` root (all kinds of model), its
   * `/sync` root (embeddings, reranking, decisions), its `/predict` or
   * `/run_remote` (audio), or an endpoint below a root pasted in full. An
   * absolute http(s) URL without query, fragment or user info.
   */
  modelURL?: string | URL | undefined;

  /**
   * Headers of every request. An `authorization` here replaces the API key.
   * Headers other than `authorization` and `user-agent` send embeddings and
   * reranking over HTTP, since the native client cannot send them.
   */
  headers?: Record<string, string | undefined> | undefined;

  /**
   * Replaces the global `fetch`, for example as middleware or in tests.
   * Embeddings and reranking then use it as well, over HTTP.
   */
  fetch?: FetchFunction | undefined;

  /**
   * The native client for embeddings and reranking. `true` uses
   * `@basetenlabs/performance-client` for calls of several batches, wherever it
   * is installed and can be loaded, and HTTP elsewhere; `false` always uses
   * HTTP; a `PerformanceClient` constructor is used in place of the installed
   * one, for calls of one batch and in worker threads, too.
   *
   * @default true
   */
  performanceClient?: boolean | BasetenPerformanceClientConstructor | undefined;

  /**
   * Called by each call of an embedding or reranking model: when it starts, and
   * whenever a batch has its result, never after the call has ended or was
   * aborted. What it throws ends the call, which rejects with it. It is not
   * awaited: an `async` function must catch its own errors. It does not cross the
   * steps of a workflow.
   *
   * @example
   * createBaseten({
   *   modelURL,
   *   onProgress: ({ completed, total }) => bar.update(completed / total),
   * });
   */
  onProgress?: ((progress: BasetenProgress) => void) | undefined;

  /**
   * Leads the calls of a conversation to the replica that has its beginning in
   * the prompt cache, by the header `x-session-affinity` of chat requests:
   * `'auto'` for an id made of the model, the system text and the first user
   * message, which stays the same over turns and tool loops; any other string
   * as the id of all calls; or a function that makes the id of a call, or none.
   * A header of that name in `headers`, here or in a call, takes precedence.
   *
   * @default none: no such header is sent
   */
  sessionAffinity?: BasetenSessionAffinity | undefined;
}
