import type {
  JSONObject,
  JSONValue,
  LanguageModelV4Usage,
  SharedV4ProviderMetadata,
} from '@ai-sdk/provider';
import { createNullLanguageModelUsage } from '@ai-sdk/provider-utils';
import { isJsonObject } from '../wire/parse-json';

/**
 * The usage that a reply or a stream told last.
 *
 * @param hasReasoning whether there was any: some models count no reasoning
 * tokens although they reason, and how many of the output tokens are text is
 * then unknown.
 */
export function convertUsage(
  usage: JSONObject | undefined,
  hasReasoning: boolean,
): LanguageModelV4Usage {
  if (usage === undefined) {
    return createNullLanguageModelUsage();
  }
  const input = countOf(usage.prompt_tokens) ?? 0;
  const output = countOf(usage.completion_tokens) ?? 0;
  const cached = countOf(detailsOf(usage, 'prompt').cached_tokens) ?? 0;
  const reasoning =
    countOf(detailsOf(usage, 'completion').reasoning_tokens) ||
    // Some engines count it at the top.
    countOf(usage.reasoning_tokens) ||
    0;
  const isUncounted = hasReasoning && reasoning === 0;

  return {
    inputTokens: {
      total: input,
      noCache: input - cached,
      cacheRead: cached,
      cacheWrite: undefined,
    },
    outputTokens: {
      total: output,
      text: isUncounted ? undefined : Math.max(0, output - reasoning),
      reasoning: isUncounted ? undefined : reasoning,
    },
    raw: usage,
  };
}

/**
 * What a result tells beside its usage: what speculative decoding guessed right
 * and wrong, by openai-compatible's names, and log probabilities.
 */
export function createReplyMetadata(
  usage: JSONObject | undefined,
  logprobs: readonly JSONValue[],
): SharedV4ProviderMetadata {
  const details = usage === undefined ? {} : detailsOf(usage, 'completion');
  const accepted = countOf(details.accepted_prediction_tokens);
  const rejected = countOf(details.rejected_prediction_tokens);
  return {
    baseten: {
      ...(accepted !== undefined && { acceptedPredictionTokens: accepted }),
      ...(rejected !== undefined && { rejectedPredictionTokens: rejected }),
      ...(logprobs.length > 0 && { logprobs }),
    },
  };
}

function detailsOf(
  usage: JSONObject,
  kind: 'prompt' | 'completion',
): JSONObject {
  const details = usage[`${kind}_tokens_details`];
  return isJsonObject(details) ? details : {};
}

function countOf(value: JSONValue | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
