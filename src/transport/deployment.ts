import { APICallError, type SharedV4Warning } from '@ai-sdk/provider';
import type { FetchFunction } from '@ai-sdk/provider-utils';
import { createHttpTransport } from './http-transport';
import { createNativeTransport } from './native-transport';
import {
  type BasetenPerformanceClient,
  type BasetenPerformanceClientConstructor,
  loadPerformanceClient,
} from './performance-client';
import { createRequestLimiter, type RequestLimiter } from './request-limiter';
import type { Transport, TransportReply, TransportRequest } from './transport';

/** How a request went over the wire. */
export type TransportName = 'native' | 'http';

/** What a provider instance shares among its models of one deployment. */
export interface Deployment {
  settings: DeploymentSettings;

  /** Requests in flight, over all calls. */
  limiter: RequestLimiter;

  /** Chooses the transport for a call by what its headers need. */
  connect(headers: Record<string, string>): Promise<Connection>;
}

/** The way of one call's requests to a deployment. */
export interface Connection {
  /** Says so if an injected native client cannot be used for this call. */
  warnings: SharedV4Warning[];
  send(
    request: Omit<TransportRequest, 'headers'>,
  ): Promise<TransportReply & { transport: TransportName }>;
}

export interface DeploymentSettings {
  /** The deployment's `/sync` root, without a trailing slash. */
  syncURL: string;
  fetch?: FetchFunction | undefined;
  performanceClient?: boolean | BasetenPerformanceClientConstructor | undefined;
}

export function createDeployment(settings: DeploymentSettings): Deployment {
  const { syncURL, fetch, performanceClient = true } = settings;
  const http = createHttpTransport({ syncURL, fetch });
  let client:
    | { key: string; instance: BasetenPerformanceClient | undefined }
    | undefined;
  // A server that only HTTP can talk to is told from one that was cut off.
  let nativeHasAnswered = false;
  let staysOnHttp = false;

  const connectNative = async (key: string): Promise<Transport | undefined> => {
    const Client =
      typeof performanceClient === 'function'
        ? performanceClient
        : await loadPerformanceClient();
    if (Client == null) {
      return undefined;
    }
    if (client?.key !== key) {
      // One client per key: it holds connections and unseen native memory.
      client = { key, instance: createClient(Client, syncURL, key) };
    }
    return client.instance == null
      ? undefined
      : createNativeTransport({ client: client.instance, syncURL });
  };

  return {
    settings,
    limiter: createRequestLimiter(),

    connect: async headers => {
      const obstacle = findObstacle({ fetch, headers });
      const native =
        performanceClient !== false && obstacle == null && !staysOnHttp
          ? await connectNative(readBearerKey(headers) ?? '')
          : undefined;

      return {
        warnings:
          typeof performanceClient === 'function' && native == null
            ? [
                {
                  type: 'other',
                  message: `The injected performanceClient is not used for this call: ${
                    obstacle != null
                      ? `it cannot carry ${obstacle}`
                      : staysOnHttp
                        ? 'it had no answer from the endpoint'
                        : 'it cannot be constructed or has no batchPost'
                  }. The requests go over HTTP.`,
                },
              ]
            : [],

        send: async request => {
          const sendOverHttp = async () => ({
            ...(await http.send({ ...request, headers })),
            transport: 'http' as const,
          });

          if (native == null || staysOnHttp) {
            return await sendOverHttp();
          }
          try {
            const reply = await native.send({ ...request, headers });
            nativeHasAnswered = true;
            return { ...reply, transport: 'native' };
          } catch (error) {
            if (APICallError.isInstance(error)) {
              nativeHasAnswered ||= error.statusCode != null;
              throw error;
            }
            const reply = await sendOverHttp();
            staysOnHttp ||= !nativeHasAnswered;
            return reply;
          }
        },
      };
    },
  };
}

/** A client, unless the class is not what it should be. */
function createClient(
  Client: BasetenPerformanceClientConstructor,
  syncURL: string,
  key: string,
): BasetenPerformanceClient | undefined {
  try {
    const instance = new Client(syncURL, key);
    return typeof instance.batchPost === 'function' ? instance : undefined;
  } catch {
    // Its message is not passed on: it may hold the key.
    return undefined;
  }
}

/** What the native client cannot carry of a call, if anything. */
function findObstacle({
  fetch,
  headers,
}: {
  fetch: FetchFunction | undefined;
  headers: Record<string, string>;
}): string | undefined {
  if (fetch != null) {
    return 'a custom fetch';
  }
  const extra = Object.keys(headers).filter(
    name => name !== 'authorization' && name !== 'user-agent',
  );
  if (extra.length > 0) {
    return `the headers ${extra.join(', ')}`;
  }
  return readBearerKey(headers) == null
    ? 'an authorization header other than "Bearer KEY"'
    : undefined;
}

function readBearerKey(headers: Record<string, string>): string | undefined {
  return /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
}
