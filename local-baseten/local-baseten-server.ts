import { routeRequest } from './api/route-request';
import { PromptCache } from './chat/prompt-cache';
import type { Behave } from './server/behaviours';
import { listenOnOnePort } from './server/listen-on-one-port';
import { type RecordedRequest, RequestLog } from './server/request-log';
import { type ServeContext, serveExchange } from './server/serve-exchange';

export interface LocalBasetenOptions {
  /** Port on 127.0.0.1; 0, the default, takes a free one. */
  port?: number;
  /** The only key that is accepted; `local-key` by default. */
  apiKey?: string;
  /**
   * Whether HTTP/2 with prior knowledge is spoken beside HTTP/1.1; `true` by
   * default. `false` is HTTP/1.1 alone, as behind some proxies.
   */
  http2?: boolean;
  /** Inputs that one embedding or rerank request may hold; 128 by default. */
  maximumBatchSize?: number;
  /** Length of the embeddings; 384 by default. */
  dimensions?: number;
  /**
   * Replicas, each with a prompt cache of its own: `x-session-affinity` leads
   * to one, and requests without it take turns. By default each session has
   * one of its own, and requests without a session hit no cache.
   */
  replicas?: number;
  /** Time between two chunks of a chat stream; 0 by default. */
  tokenDelayMilliseconds?: number;
  /**
   * Whether `requests` keeps bodies once a request is answered; `true` by
   * default. `false` keeps the memory flat under load.
   */
  recordBodies?: boolean;
}

/** A running server that speaks as Baseten does. */
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
  /** Highest number of requests answered at the same time since then. */
  readonly peakInFlight: number;
  /** Says how the requests from now on are answered; replaces what was said. */
  behave(behave: Behave): void;
  /** Forgets requests, peak and behaviour. */
  reset(): void;
  /** Ends every socket and timer. Calling it again changes nothing. */
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
