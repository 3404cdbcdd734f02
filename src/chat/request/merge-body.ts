import { InvalidArgumentError, type JSONObject } from '@ai-sdk/provider';

/** Fields of a request that the call itself decides. */
const OWN_FIELDS = ['messages', 'stream'];

/**
 * Adds fields of the provider options to a request's body. They win over the
 * call's, but for tools, which are added to the call's.
 *
 * @throws InvalidArgumentError if one cannot be sent.
 */
export function mergeBody(
  body: Record<string, unknown>,
  fields: JSONObject,
): Record<string, unknown> {
  const { tools, ...rest } = fields;
  for (const field of OWN_FIELDS) {
    if (fields[field] !== undefined) {
      throw new InvalidArgumentError({
        argument: 'providerOptions',
        message: `Expected providerOptions.baseten to have no ${field}, which the call decides, got one.`,
      });
    }
  }
  const merged = { ...body, ...rest };
  if (tools === undefined) {
    return merged;
  }
  if (!Array.isArray(tools)) {
    throw new InvalidArgumentError({
      argument: 'providerOptions',
      message: `Expected providerOptions.baseten.tools to be a list, got ${tools === null ? 'null' : typeof tools}.`,
    });
  }
  return {
    ...merged,
    tools: [...(Array.isArray(body.tools) ? body.tools : []), ...tools],
  };
}
