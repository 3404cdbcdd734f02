import { z } from 'zod/v4';
import {
  type DeploymentOptions,
  deploymentOptionsShape,
} from '../batching/deployment-options';
import type { OptionsSchema } from '../settings/parse-baseten-options';
import { once } from '../utils/once';

/** The name under which a deployment serves its decision model. */
export type BasetenDecisionModelId = string;

/**
 * Options of a decision call, under `providerOptions.baseten`. Keys that are
 * not listed here are sent unchanged in the request body.
 */
export type BasetenDecisionModelOptions = Pick<
  DeploymentOptions,
  'maxConcurrentRequests' | 'timeoutSeconds' | 'batchRetries'
>;

export const decisionModelOptionsSchema = once(
  (): OptionsSchema<BasetenDecisionModelOptions & Record<string, unknown>> => {
    const { batchSize: _, ...shape } = deploymentOptionsShape();
    return z.object(shape).catchall(z.json().optional());
  },
);
