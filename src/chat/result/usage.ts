import type {
  JSONObject,
  JSONValue,
  LanguageModelV4Usage,
  SharedV4ProviderMetadata,
} from '@ai-sdk/provider';
import { createNullLanguageModelUsage } from '@ai-sdk/provider-utils';
import { asJsonObject } from '../../utils/json-object';

/**
 * Converts the last usage of a reply or stream.
 *
 * @param hasReasoning whether there was reasoning. Some models reason but count
 * no reasoning tokens; the number of text tokens is then unknown.
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
    // Some engines count reasoning at the top level.
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
 * Metadata of a result: predicted tokens that were accepted and rejected, under
 * openai-compatible's names, and log probabilities.
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

/** The log probabilities of a choice, one for each token. */
export function readLogprobs({ logprobs }: JSONObject): JSONValue[] {
  const { content } = asJsonObject(logprobs);
  return Array.isArray(content) ? content : [];
}

function detailsOf(
  usage: JSONObject,
  kind: 'prompt' | 'completion',
): JSONObject {
  return asJsonObject(usage[`${kind}_tokens_details`]);
}

function countOf(value: JSONValue | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
