import { InvalidArgumentError, type JSONObject } from '@ai-sdk/provider';
import { z } from 'zod/v4';
import { once } from '../utils/once';
import type { ModelConfig } from './baseten-model';
import { createCredentials } from './credentials';

/**
 * The state of a model that crosses a step boundary of a durable workflow. The
 * API key is left out and read from the environment on the other side; a custom
 * `fetch`, an injected client and other functions cannot be serialized.
 */
export interface ModelState extends ModelConfig {
  modelId: string;
  /** Whether the native client may be used; `undefined` for chat. */
  mayUseNative?: boolean | undefined;
  /** Of chat, unless it is a function. */
  sessionAffinity?: string | undefined;
}

const configSchema = once(() =>
  z.object({
    url: z.string(),
    headers: z.record(z.string(), z.string()),
    mayUseNative: z.boolean().optional(),
    sessionAffinity: z.string().optional(),
  }),
);

/** Writes a model's state as JSON, without secrets. */
export function serializeModel({
  modelId,
  credentials,
  ...state
}: ModelState): { modelId: string; config: JSONObject } {
  return {
    modelId,
    config: { ...state, headers: credentials.describeForState() },
  };
}

/**
 * Reads what {@link serializeModel} wrote.
 *
 * @throws InvalidArgumentError if it is something else.
 */
export function deserializeModel({
  modelId,
  config,
}: {
  modelId: string;
  config: unknown;
}): ModelState {
  const result = configSchema().safeParse(config);
  if (!result.success) {
    throw new InvalidArgumentError({
      argument: 'config',
      message:
        'Expected the config of a serialized Baseten model, got something else.',
      cause: result.error,
    });
  }
  const { headers, ...state } = result.data;
  return { modelId, ...state, credentials: createCredentials({ headers }) };
}
