import { APICallError, type SharedV4Warning } from '@ai-sdk/provider';
import {
  chooseTransport,
  NO_ANSWER,
  type TransportNeeds,
  type TransportSettings,
} from './choose-transport';
import { type Endpoint, findEndpoint } from './endpoints';
import { createHttpTransport } from './http-transport';
import { createNativeTransport } from './native-transport';
import type { RequestLimiter } from './request-limiter';
import { BATCH_RETRIES } from './retry-policy';
import type { Transport, TransportReply, TransportRequest } from './transport';

/** The transport that sent a request. */
export type TransportName = 'native' | 'http';

/** A dedicated deployment with the settings of a provider instance. */
export interface Deployment {
  /** Chooses the transport for a call by what it needs. */
  connect(needs: TransportNeeds): Promise<Connection>;
}

export interface DeploymentSettings extends TransportSettings {
  /** The deployment's `/sync` root, without a trailing slash. */
  url: string;
}

/** Sends the requests of one call to a deployment. */
export interface Connection {
  /** One warning if an injected native client cannot be used for this call. */
  warnings: SharedV4Warning[];
  /** Requests in flight, over all calls of several batches. */
  limiter: RequestLimiter;
  send(
    request: Omit<TransportRequest, 'headers' | 'retries'>,
  ): Promise<SentReply>;
}

export type SentReply = TransportReply & { transport: TransportName };

export function createDeployment(settings: DeploymentSettings): Deployment {
  return { connect: async needs => await connect(settings, needs) };
}

async function connect(
  settings: DeploymentSettings,
  needs: TransportNeeds,
): Promise<Connection> {
  const endpoint = findEndpoint(settings.url);
  const { client, obstacle } = await chooseTransport(endpoint, settings, needs);
  const http = createHttpTransport({ endpoint, fetch: settings.fetch });
  const native =
    client == null
      ? undefined
      : createNativeTransport({ client, syncURL: settings.url });
  const { headers, isBulk, batchRetries, numbers } = needs;
  const retries = batchRetries ?? (isBulk ? BATCH_RETRIES.default : 0);

  return {
    warnings:
      typeof settings.performanceClient === 'function' && obstacle != null
        ? [warnOfHttp(obstacle)]
        : [],
    limiter: endpoint.limiter,

    send: async request => {
      const complete = { ...request, headers, retries };
      const sendOverHttp = async (): Promise<SentReply> => ({
        ...(await http.send(complete)),
        transport: 'http',
      });
      const isBetterOverHttp =
        endpoint.obstacle != null ||
        (endpoint.sendsNumbers &&
          typeof settings.performanceClient !== 'function');
      const reply =
        native == null || isBetterOverHttp
          ? await sendOverHttp()
          : await sendNatively({ endpoint, native, sendOverHttp }, complete);
      // Not when the reply is read: by then the next requests have started.
      if (numbers?.areAskedFor === false && numbers.areIn(reply.body)) {
        endpoint.sendsNumbers = true;
      }
      return reply;
    },
  };
}

/** Falls back to HTTP if the client got no answer that it can read. */
async function sendNatively(
  {
    endpoint,
    native,
    sendOverHttp,
  }: {
    endpoint: Endpoint;
    native: Transport;
    sendOverHttp: () => Promise<SentReply>;
  },
  request: TransportRequest,
): Promise<SentReply> {
  try {
    const reply = await native.send(request);
    endpoint.hasAnswered = true;
    endpoint.hasAnsweredNatively = true;
    return { ...reply, transport: 'native' };
  } catch (error) {
    if (APICallError.isInstance(error)) {
      endpoint.hasAnswered ||= error.statusCode != null;
      endpoint.hasAnsweredNatively ||= error.statusCode != null;
      throw error;
    }
    const reply = await sendOverHttp();
    // Tells a server that only HTTP can reach from one that was cut off.
    if (!endpoint.hasAnsweredNatively) {
      endpoint.avoidNative(NO_ANSWER);
    }
    return reply;
  }
}

function warnOfHttp(obstacle: string): SharedV4Warning {
  return {
    type: 'other',
    message: `The injected performanceClient is not used for this call: it ${obstacle}. The requests go over HTTP.`,
  };
}
