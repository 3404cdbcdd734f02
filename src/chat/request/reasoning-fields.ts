import type {
  JSONObject,
  LanguageModelV4CallOptions,
  SharedV4Warning,
} from '@ai-sdk/provider';
import {
  isCustomReasoning,
  mapReasoningToProviderEffort,
} from '@ai-sdk/provider-utils';
import { findReasoningSupport } from '../reasoning-support';

/** The level at which a model without levels reasons. */
const ONLY_LEVEL = 'high';

/**
 * The fields of a request body that ask for a level of reasoning, in the form
 * that the model accepts. A level that the model lacks becomes the next lower
 * one it has, or else the next higher, with a warning.
 */
export function createReasoningFields(
  modelId: string,
  reasoning: LanguageModelV4CallOptions['reasoning'],
  warnings: SharedV4Warning[],
): JSONObject {
  if (!isCustomReasoning(reasoning)) {
    return {};
  }

  const support = findReasoningSupport(modelId);
  if (support === undefined) {
    return { reasoning_effort: reasoning };
  }

  const { efforts, isOptIn = false } = support;
  const isOn = reasoning !== 'none';
  if (isOptIn && !isOn && efforts.includes('none')) {
    // These models do not reason unless told to. GLM-5.2 is reported to refuse
    // `enable_thinking: false`, and documented to take this level.
    return { reasoning_effort: 'none' };
  }
  if (efforts.length === 0 && isOn && reasoning !== ONLY_LEVEL) {
    warnings.push({
      type: 'compatibility',
      feature: 'reasoning',
      details: `${modelId} has no levels of reasoning: it is on, and "${reasoning}" is not sent.`,
    });
  }
  return {
    ...(efforts.length > 0 && {
      reasoning_effort: mapReasoningToProviderEffort({
        reasoning,
        effortMap: Object.fromEntries(efforts.map(effort => [effort, effort])),
        warnings,
      }),
    }),
    ...(isOptIn && { chat_template_args: { enable_thinking: isOn } }),
  };
}
