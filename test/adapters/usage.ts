import type { LanguageModelV4Usage } from '@ai-sdk/provider';

/** Usage with every count there is. */
export const USAGE: LanguageModelV4Usage = {
  inputTokens: { total: 10, noCache: 6, cacheRead: 4, cacheWrite: 0 },
  outputTokens: { total: 5, text: 2, reasoning: 3 },
  raw: { total_tokens: 15, details: [1, null], gone: undefined },
};

/** The same for V3. */
export const USAGE_COPY = {
  ...USAGE,
  raw: { total_tokens: 15, details: [1, null] },
};

/** The same for V2. */
export const FLAT_USAGE = {
  inputTokens: 10,
  outputTokens: 5,
  totalTokens: 15,
  reasoningTokens: 3,
  cachedInputTokens: 4,
};
