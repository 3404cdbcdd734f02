import { now } from '../utils/timers';
import { createRequestLimiter, type RequestLimiter } from './request-limiter';

/**
 * What this process knows of a deployment's URL. All providers share it, so
 * that making one per request costs nothing. It holds only numbers and
 * flags: no call waits for another.
 */
export interface Endpoint {
  /** The deployment's `/sync` root, without a trailing slash. */
  readonly url: string;
  /** Requests in flight, of calls with several batches. */
  readonly limiter: RequestLimiter;
  /** Whether it has ever answered, even with an error. */
  hasAnswered: boolean;
  /** Whether it was found to speak HTTP/2 like the native client. */
  speaksHttp2: boolean;
  /** Whether it has ever answered the native client. */
  hasAnsweredNatively: boolean;
  /** Whether it recently sent vectors as numbers although asked for base64. */
  sendsNumbers: boolean;
  /** Avoids native for a while; the reason completes "it ...". */
  avoidNative(reason: string): void;
  /** Why native is currently avoided, if it is. */
  readonly obstacle: string | undefined;
}

/** How long native is avoided before it is tried again: servers change. */
const VALID_IN_MS = 60_000;

/** Maximum number of deployments remembered. */
const MAX_ENDPOINTS = 256;

const endpoints = new Map<string, Endpoint>();

export function findEndpoint(url: string): Endpoint {
  const endpoint = endpoints.get(url) ?? createEndpoint(url);
  // Moves it to the end: the least recently used goes first.
  endpoints.delete(url);
  endpoints.set(url, endpoint);

  for (const oldest of endpoints.keys()) {
    if (endpoints.size > MAX_ENDPOINTS) {
      endpoints.delete(oldest);
    }
  }
  return endpoint;
}

function createEndpoint(url: string): Endpoint {
  let avoided: { reason: string; since: number } | undefined;
  let numbersSentAt: number | undefined;

  return {
    url,
    limiter: createRequestLimiter(),
    hasAnswered: false,
    speaksHttp2: false,
    hasAnsweredNatively: false,
    avoidNative: reason => {
      avoided = { reason, since: now() };
    },
    get obstacle() {
      return isRecent(avoided?.since) ? avoided?.reason : undefined;
    },
    get sendsNumbers() {
      return isRecent(numbersSentAt);
    },
    set sendsNumbers(isSending) {
      numbersSentAt = isSending ? now() : undefined;
    },
  };
}

/** Distance in either direction, since clocks may jump. */
function isRecent(time: number | undefined): boolean {
  return time != null && Math.abs(now() - time) < VALID_IN_MS;
}
