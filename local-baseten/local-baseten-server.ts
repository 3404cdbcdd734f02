import { routeRequest } from './api/route-request';
import { PromptCache } from './chat/prompt-cache';
import type { Behave } from './server/behaviours';
import { listenOnOnePort } from './server/listen-on-one-port';
import { type RecordedRequest, RequestLog } from './server/request-log';
import { type ServeContext, serveExchange } from './server/serve-exchange';

export interface LocalBasetenOptions {
  /** Port on 127.0.0.1; 0, the default, picks a free one. */
  port?: number;
  /** The only key that is accepted; `local-key` by default. */
  apiKey?: string;
  /**
   * Whether to accept HTTP/2 with prior knowledge in addition to HTTP/1.1;
   * `true` by default. `false` is HTTP/1.1 only, as behind some proxies.
   */
  http2?: boolean;
  /** Maximum number of inputs per embedding or rerank request; 128 by default. */
  maximumBatchSize?: number;
  /** Length of the embeddings; 384 by default. */
  dimensions?: number;
  /**
   * Number of replicas, each with its own prompt cache. `x-session-affinity`
   * selects one; requests without it take turns. By default each session has
   * its own replica, and requests without a session never hit a cache.
   */
  replicas?: number;
  /** Milliseconds between two chunks of a chat stream; 0 by default. */
  tokenDelayMilliseconds?: number;
  /**
   * Whether `requests` keeps bodies once a request is answered; `true` by
   * default. `false` keeps the memory flat under load.
   */
  recordBodies?: boolean;
}

/** A running server with Baseten's API. */
export interface LocalBaseten extends AsyncDisposable {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Base URL of the Model APIs: origin and `/v1`. */
  readonly baseURL: string;
  /**
   * URL of a dedicated deployment: origin and `/environments/production/sync`.
   * Add `/v1` for chat.
   */
  readonly modelURL: string;
  readonly apiKey: string;
  /** Every request since the start or the last `reset`, in order of arrival. */
  readonly requests: readonly RecordedRequest[];
  /** Highest number of requests in progress at once since then. */
  readonly peakInFlight: number;
  /** Sets how later requests are answered; replaces the earlier setting. */
  behave(behave: Behave): void;
  /** Forgets requests, peak and behaviour. */
  reset(): void;
  /** Ends every socket and timer. Further calls have no effect. */
  close(): Promise<void>;
}

/**
 * Starts a local Baseten: Model APIs and a dedicated deployment on one port.
 *
 * @throws if the port is taken.
 */
export async function startLocalBaseten(
  options: LocalBasetenOptions = {},
): Promise<LocalBaseten> {
  const {
    port = 0,
    apiKey = 'local-key',
    http2 = true,
    maximumBatchSize = 128,
    dimensions = 384,
    replicas = Number.POSITIVE_INFINITY,
    tokenDelayMilliseconds = 0,
    recordBodies = true,
  } = options;
  const promptCache = new PromptCache(replicas);
  const settings = { apiKey, maximumBatchSize, dimensions, promptCache };
  const log = new RequestLog();
  let behave: Behave | undefined;
  let behaveCount = 0;
  let isClosing = false;

  const context: ServeContext = {
    log,
    recordBodies,
    tokenDelayMilliseconds,
    isClosing: () => isClosing,
    behaviourFor: async request => behave?.(request, behaveCount++),
    usualReply: (request, quirks) => routeRequest(request, settings, quirks),
  };
  const listener = await listenOnOnePort(port, http2, exchange => {
    void serveExchange(exchange, context);
  });

  const origin = `http://127.0.0.1:${listener.port}`;
  const close = () => {
    isClosing = true;
    return listener.close();
  };
  return {
    origin,
    baseURL: `${origin}/v1`,
    modelURL: `${origin}/environments/production/sync`,
    apiKey,
    get requests() {
      return log.requests;
    },
    get peakInFlight() {
      return log.peakInFlight;
    },
    behave: next => {
      behave = next;
      behaveCount = 0;
    },
    reset: () => {
      log.reset();
      behave = undefined;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
