import type { JSONObject } from '@ai-sdk/provider';
import { createReasoningFields } from '../../../src/chat/request/reasoning-fields';
import type { Probe } from '../fact';

/** A model that is cheap, and reasons at every level. */
export const CHEAP_MODEL = 'openai/gpt-oss-120b';

const PATH = '/chat/completions';

/** A chat request to the Model APIs. All of them bound their answer. */
export function ask(
  model: string,
  fields: JSONObject & { max_tokens: number },
  prompt: string | JSONObject[] = 'Reply with the word "yes".',
): Probe {
  return {
    path: PATH,
    body: {
      model,
      messages:
        typeof prompt === 'string'
          ? [{ role: 'user', content: prompt }]
          : prompt,
      ...fields,
    },
  };
}

/** The fields by which the package asks a model to reason as little as it can. */
export function withLittleReasoning(model: string): JSONObject {
  return createReasoningFields(model, 'none', []);
}
