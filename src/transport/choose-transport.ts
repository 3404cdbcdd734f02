import type { FetchFunction } from '@ai-sdk/provider-utils';
import { PERFORMANCE_CLIENT } from '../settings/defaults';
import type { Endpoint } from './endpoints';
import { findNativeClient } from './native-clients';
import {
  type BasetenPerformanceClient,
  type BasetenPerformanceClientConstructor,
  loadPerformanceClient,
} from './performance-client';
import { speaksHttp2 } from './probe-http2';
import { NATIVE_CLIENT_RETRIES } from './retry-policy';

/** The settings that decide the transport. */
export interface TransportSettings {
  fetch?: FetchFunction | undefined;
  performanceClient?: boolean | BasetenPerformanceClientConstructor | undefined;
}

/** What a call requires of its transport. */
export interface TransportNeeds {
  /** Names in lower case. */
  headers: Record<string, string>;
  /** Whether the call has several batches. */
  isBulk: boolean;
  abortSignal: AbortSignal | undefined;
  /** Retries of each batch; `undefined` if the call does not set them. */
  batchRetries: number | undefined;
  /** Whether replies may have vectors of numbers, which are faster over HTTP. */
  numbers: NumbersInReplies | undefined;
}

/** Vectors as numbers instead of base64. */
export interface NumbersInReplies {
  /** Whether the call asks for them. */
  areAskedFor: boolean;
  /** Whether a reply has them. */
  areIn(body: unknown): boolean;
}

/** Why the transport is HTTP, to complete "it ...". */
export type TransportChoice =
  | { client: BasetenPerformanceClient; obstacle?: undefined }
  | { client?: undefined; obstacle: string };

/**
 * Chooses the transport of one call: native if the client can do everything that
 * the call asks for and is faster at it, otherwise HTTP.
 */
export async function chooseTransport(
  endpoint: Endpoint,
  { fetch, performanceClient = PERFORMANCE_CLIENT }: TransportSettings,
  needs: TransportNeeds,
): Promise<TransportChoice> {
  const obstacle =
    findObstacle(fetch, needs) ??
    // An injected client is used even where it is not the faster transport.
    (typeof performanceClient === 'function'
      ? undefined
      : findDrawback(performanceClient, endpoint, needs)) ??
    endpoint.obstacle;
  if (obstacle != null) {
    return { obstacle };
  }

  const Client =
    typeof performanceClient === 'function'
      ? performanceClient
      : await loadPerformanceClient();
  if (Client == null) {
    return { obstacle: 'cannot be loaded' };
  }

  endpoint.speaksHttp2 ||= await speaksHttp2(endpoint.url);
  if (!endpoint.speaksHttp2) {
    endpoint.avoidNative(NO_ANSWER);
    return { obstacle: NO_ANSWER };
  }
  return findNativeClient(
    Client,
    endpoint.url,
    readBearerKey(needs.headers) ?? '',
  );
}

export const NO_ANSWER = 'had no answer from the endpoint';

/** What the native client cannot do for a call, if anything. */
function findObstacle(
  fetch: FetchFunction | undefined,
  { headers, abortSignal, batchRetries }: TransportNeeds,
): string | undefined {
  if (fetch != null) {
    return 'cannot carry a custom fetch';
  }
  const extra = Object.keys(headers).filter(
    name => name !== 'authorization' && name !== 'user-agent',
  );
  if (extra.length > 0) {
    return `cannot carry the headers ${extra.join(', ')}`;
  }
  if (readBearerKey(headers) == null) {
    return 'cannot carry an authorization header other than "Bearer KEY"';
  }
  if (abortSignal != null) {
    return 'cannot end requests, and the call has an abortSignal';
  }
  return batchRetries != null && batchRetries !== NATIVE_CLIENT_RETRIES
    ? `cannot repeat requests other than ${NATIVE_CLIENT_RETRIES} times, and batchRetries is ${batchRetries}`
    : undefined;
}

/** Why HTTP is as good or better for a call, if it is. */
function findDrawback(
  isSwitchedOn: boolean,
  endpoint: Endpoint,
  { isBulk, numbers }: TransportNeeds,
): string | undefined {
  if (!isSwitchedOn) {
    return 'is switched off';
  }
  // The client retries by itself, keeps the process alive and needs a connection per key.
  if (!isBulk) {
    return 'is for calls of several batches';
  }
  return numbers?.areAskedFor || endpoint.sendsNumbers
    ? 'takes longer than HTTP for vectors that are numbers instead of base64'
    : undefined;
}

function readBearerKey(headers: Record<string, string>): string | undefined {
  return /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
}
