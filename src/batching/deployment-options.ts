import { z } from 'zod/v4';
import {
  BATCH_SIZE,
  CONCURRENT_REQUESTS,
  TIMEOUT_SECONDS,
} from '../settings/defaults';

/** How a call to a dedicated deployment spreads its work over requests. */
export type DeploymentOptions = {
  /**
   * Texts per request, 1 to 1024. Baseten's own engine refuses more than 128.
   *
   * @default 128
   */
  batchSize?: number | undefined;

  /**
   * Requests in flight for this call, 1 to 512. Calls that run at the same
   * time on one provider instance share the largest number that one of them
   * asked for.
   *
   * @default 32
   */
  maxConcurrentRequests?: number | undefined;

  /**
   * Seconds that one attempt of one request may take, 1 to 3600. A deployment
   * that scaled to zero answers when a replica is up, which takes minutes.
   * Node's own `fetch` gives up after 300 seconds; the request is then retried.
   *
   * @default 600
   */
  timeoutSeconds?: number | undefined;
};

/** The schema's part for {@link DeploymentOptions}. */
export function deploymentOptionsShape() {
  return {
    batchSize: inRange(BATCH_SIZE).int().optional(),
    maxConcurrentRequests: inRange(CONCURRENT_REQUESTS).int().optional(),
    timeoutSeconds: inRange(TIMEOUT_SECONDS).optional(),
  };
}

function inRange({ minimum, maximum }: { minimum: number; maximum: number }) {
  return z.number().min(minimum).max(maximum);
}
