import type {
  BasetenPerformanceClient,
  BasetenPerformanceClientConstructor,
} from '../../src';
import { PerformanceClient } from './native-client';

export interface ClientRecord {
  /** The native client's constructor, which keeps record of its use. */
  PerformanceClient: BasetenPerformanceClientConstructor;
  /** What each client was created with. */
  created: Array<{ baseURL: string; apiKey: string }>;
  /** The arguments of each call but the payloads. */
  posted: Array<{
    urlPath: string;
    payloads: number;
    timeoutSeconds: number | null | undefined;
  }>;
}

/** The real native client, to be injected, and a record of its use. */
export function recordClients(): ClientRecord {
  const created: ClientRecord['created'] = [];
  const posted: ClientRecord['posted'] = [];

  class RecordedClient implements BasetenPerformanceClient {
    private readonly client: BasetenPerformanceClient;

    constructor(baseURL: string, apiKey: string) {
      created.push({ baseURL, apiKey });
      this.client = new PerformanceClient(baseURL, apiKey);
    }

    batchPost(
      ...[urlPath, payloads, limit, timeoutSeconds]: Parameters<
        BasetenPerformanceClient['batchPost']
      >
    ): Promise<unknown> {
      posted.push({ urlPath, payloads: payloads.length, timeoutSeconds });
      return this.client.batchPost(urlPath, payloads, limit, timeoutSeconds);
    }
  }

  return { PerformanceClient: RecordedClient, created, posted };
}
