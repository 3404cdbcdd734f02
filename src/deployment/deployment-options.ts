import { z } from 'zod/v4';
import { BATCH_SIZE, CONCURRENT_REQUESTS, TIMEOUT_SECONDS } from '../limits';

/** How a call spreads its work over requests. */
export interface DeploymentOptions {
  batchSize?: number | undefined;
  maxConcurrentRequests?: number | undefined;
  timeoutSeconds?: number | undefined;
}

/** The options that every kind of model on a dedicated deployment takes. */
export function deploymentOptionsShape() {
  return {
    batchSize: z
      .int()
      .min(BATCH_SIZE.minimum)
      .max(BATCH_SIZE.maximum)
      .optional(),
    maxConcurrentRequests: z
      .int()
      .min(CONCURRENT_REQUESTS.minimum)
      .max(CONCURRENT_REQUESTS.maximum)
      .optional(),
    timeoutSeconds: z
      .number()
      .min(TIMEOUT_SECONDS.minimum)
      .max(TIMEOUT_SECONDS.maximum)
      .optional(),
  };
}
