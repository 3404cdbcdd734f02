import { z } from 'zod/v4';
import {
  BATCH_SIZE,
  CONCURRENT_REQUESTS,
  TIMEOUT_SECONDS,
} from '../settings/defaults';
import { BATCH_RETRIES } from '../transport/retry-policy';

/** How a call to a dedicated deployment is divided into requests. */
export type DeploymentOptions = {
  /**
   * Maximum number of texts per request, 1 to 1024. Baseten's own engine refuses
   * more than 128.
   *
   * @default 128
   */
  batchSize?: number | undefined;

  /**
   * Maximum number of requests in flight for this call, 1 to 512. All calls of
   * several batches to one deployment together have at most 128, or the largest
   * number that one of them asked for. Calls of one batch are not counted.
   *
   * @default 32
   */
  maxConcurrentRequests?: number | undefined;

  /**
   * Seconds that one attempt of one request may take, 1 to 3600. A deployment
   * that has scaled to zero answers once a replica is up, which takes minutes.
   * Node's own `fetch` gives up after 300 seconds.
   *
   * @default 600
   */
  timeoutSeconds?: number | undefined;

  /**
   * Maximum number of retries of each batch inside the call, 0 to 10, after a
   * temporary failure: 408, 409, 429, any 5xx, a lost connection. The AI SDK
   * retries a failed call in addition, up to its `maxRetries`; with 0 for both,
   * each batch is sent once.
   *
   * @default 4 for a call of several batches, 0 for a call of one
   */
  batchRetries?: number | undefined;
};

/** The schema's part for {@link DeploymentOptions}. */
export function deploymentOptionsShape() {
  return {
    batchSize: inRange(BATCH_SIZE).int().optional(),
    maxConcurrentRequests: inRange(CONCURRENT_REQUESTS).int().optional(),
    timeoutSeconds: inRange(TIMEOUT_SECONDS).optional(),
    batchRetries: inRange(BATCH_RETRIES).int().optional(),
  };
}

/** The options that are sent: all but those of {@link DeploymentOptions}. */
export function toBodyFields({
  batchSize,
  maxConcurrentRequests,
  timeoutSeconds,
  batchRetries,
  ...fields
}: DeploymentOptions & Record<string, unknown>): Record<string, unknown> {
  return fields;
}

function inRange({ minimum, maximum }: { minimum: number; maximum: number }) {
  return z.number().min(minimum).max(maximum);
}
