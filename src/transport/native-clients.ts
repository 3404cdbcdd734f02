import { now } from '../utils/timers';
import type {
  BasetenPerformanceClient,
  BasetenPerformanceClientConstructor,
} from './performance-client';

/**
 * A native client of this process, by its class, URL and key. Each holds
 * connections and memory that the garbage collector does not see, and there is
 * no way to close one. So they are few and long-lived; calls that find no
 * room go over HTTP. Nothing outside this module can reach them: they hold keys.
 */
interface PooledClient {
  url: string;
  key: string;
  instance: BasetenPerformanceClient | undefined;
  usedAt: number;
}

const MAX_CLIENTS = 16;

/** Limit per URL: with a key per tenant each would open its own connections. */
const MAX_CLIENTS_PER_URL = 4;

/** A client that has been unused for this long may be replaced. */
const IDLE_IN_MS = 60_000;

const pools = new WeakMap<
  BasetenPerformanceClientConstructor,
  Set<PooledClient>
>();

/**
 * Returns the client of a URL and key; creates one if there is room.
 *
 * @returns the reason if there is none, to complete "it ...".
 */
export function findNativeClient(
  Client: BasetenPerformanceClientConstructor,
  url: string,
  key: string,
): { client: BasetenPerformanceClient } | { obstacle: string } {
  const pool = pools.get(Client) ?? new Set();
  pools.set(Client, pool);
  const pooled =
    [...pool].find(other => other.url === url && other.key === key) ??
    addClient(pool, Client, url, key);

  if (pooled == null) {
    return { obstacle: 'has clients for as many other keys or URLs as it may' };
  }
  pooled.usedAt = now();
  return pooled.instance == null
    ? { obstacle: 'cannot be constructed or has no batchPost' }
    : { client: pooled.instance };
}

function addClient(
  pool: Set<PooledClient>,
  Client: BasetenPerformanceClientConstructor,
  url: string,
  key: string,
): PooledClient | undefined {
  const ofURL = [...pool].filter(other => other.url === url);
  const crowd =
    ofURL.length >= MAX_CLIENTS_PER_URL
      ? ofURL
      : pool.size >= MAX_CLIENTS
        ? [...pool]
        : undefined;
  const idle = crowd?.find(
    ({ usedAt }) => Math.abs(now() - usedAt) > IDLE_IN_MS,
  );
  if (crowd != null && idle == null) {
    return undefined;
  }
  if (idle != null) {
    pool.delete(idle);
  }

  const instance = createClient(Client, url, key);
  const pooled = { url, key, instance, usedAt: now() };
  pool.add(pooled);
  return pooled;
}

/** Creates a client; `undefined` if the class is not what it should be. */
function createClient(
  Client: BasetenPerformanceClientConstructor,
  url: string,
  key: string,
): BasetenPerformanceClient | undefined {
  try {
    const instance = new Client(url, key);
    return typeof instance.batchPost === 'function' ? instance : undefined;
  } catch {
    // The message is dropped: it may hold the key.
    return undefined;
  }
}
