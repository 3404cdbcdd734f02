import type { JSONObject, SharedV4ProviderOptions } from '@ai-sdk/provider';

/**
 * The options under `baseten` and, below them, under the two names that
 * openai-compatible's own options have. `undefined` if there are none.
 */
export function mergeProviderOptions(
  providerOptions: SharedV4ProviderOptions | undefined,
): JSONObject | undefined {
  if (providerOptions === undefined) {
    return undefined;
  }
  const {
    'openai-compatible': hyphenated,
    openaiCompatible,
    baseten,
  } = providerOptions;
  return hyphenated || openaiCompatible || baseten
    ? { ...hyphenated, ...openaiCompatible, ...baseten }
    : undefined;
}
