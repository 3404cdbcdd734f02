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

/**
 * Puts the options of a message or part in the one place where
 * openai-compatible looks for them, with further ones over its own.
 */
export function withOptions<
  OWNER extends { providerOptions?: SharedV4ProviderOptions },
>(owner: OWNER, ...further: (SharedV4ProviderOptions | undefined)[]): OWNER {
  const options = [owner.providerOptions, ...further]
    .map(mergeProviderOptions)
    .filter(merged => merged !== undefined);
  return options.length === 0
    ? owner
    : {
        ...owner,
        providerOptions: { openaiCompatible: Object.assign({}, ...options) },
      };
}
