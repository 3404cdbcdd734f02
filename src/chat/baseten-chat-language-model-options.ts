import type { JSONObject } from '@ai-sdk/provider';
import { z } from 'zod/v4';
import type { OptionsSchema } from '../settings/parse-baseten-options';
import { once } from '../utils/once';

/**
 * Options of a chat call, under `providerOptions.baseten`, beside the AI SDK's
 * own settings. Names are sent in snake case (`minP` as `min_p`). Keys that are
 * not listed here are sent unchanged in the request body.
 */
export type BasetenLanguageModelChatOptions = {
  /** Id of your end user. */
  user?: string | undefined;

  /**
   * How much the model reasons, as one of the model's own levels, sent
   * unchanged. Takes precedence over the AI SDK's `reasoning`, which is
   * translated for each model. `null` is sent as `null`.
   */
  reasoningEffort?: string | null | undefined;

  /**
   * Arguments of the model's chat template, such as
   * `{ enable_thinking: true }` for models that reason on request only.
   */
  chatTemplateArgs?: JSONObject | undefined;

  /**
   * Turns reasoning on or off, for models that take this form, such as
   * `{ type: 'enabled' }`.
   */
  thinking?: JSONObject | undefined;

  /** Length of the answer, such as `low`, for models that support it. */
  textVerbosity?: string | undefined;

  /**
   * Whether the answer must follow a JSON schema exactly.
   *
   * @default true
   */
  strictJsonSchema?: boolean | undefined;

  /**
   * Whether the model may call several tools at once.
   *
   * @default true, by Baseten
   */
  parallelToolCalls?: boolean | undefined;

  /**
   * Whether images and other files in tool results are sent as parts, which
   * not all servers take. Otherwise they are sent as JSON text.
   *
   * @default false
   */
  multiPartToolResults?: boolean | undefined;

  /** Minimum probability of a token relative to the likeliest one, 0 to 1. */
  minP?: number | undefined;

  /** Lower bound of an adaptive `topP`, 0 to 1. */
  topPMin?: number | undefined;

  /**
   * Above 1 makes tokens that have occurred less likely, below 1 more likely.
   */
  repetitionPenalty?: number | undefined;

  /** Weight of the answer's length, for engines that support it. */
  lengthPenalty?: number | undefined;

  /** Minimum number of tokens to generate. */
  minTokens?: number | undefined;

  /** Whether to go on generating after the end-of-sequence token. */
  ignoreEos?: boolean | undefined;

  /** Ids of tokens that end the answer. */
  stopTokenIds?: number[] | undefined;

  /** Words never to generate. */
  bad?: string | string[] | undefined;

  /** Ids of tokens never to generate. */
  badTokenIds?: number[] | undefined;

  /** Bias added to tokens, by token id: -100 to 100. */
  logitBias?: Record<string, number> | undefined;

  /** Whether to return log probabilities. Most models refuse to. */
  logprobs?: boolean | undefined;

  /** How many of the likeliest tokens to report at each position, 0 to 20. */
  topLogprobs?: number | undefined;
};

export const chatModelOptionsSchema = once(
  (): OptionsSchema<BasetenLanguageModelChatOptions & JSONObject> => {
    const json = z.record(z.string(), z.json().optional());
    const tokenIds = z.array(z.int());
    return z
      .object({
        user: z.string().optional(),
        reasoningEffort: z.string().nullish(),
        chatTemplateArgs: json.optional(),
        thinking: json.optional(),
        textVerbosity: z.string().optional(),
        strictJsonSchema: z.boolean().optional(),
        parallelToolCalls: z.boolean().optional(),
        multiPartToolResults: z.boolean().optional(),
        minP: z.number().optional(),
        topPMin: z.number().optional(),
        repetitionPenalty: z.number().optional(),
        lengthPenalty: z.number().optional(),
        minTokens: z.int().optional(),
        ignoreEos: z.boolean().optional(),
        stopTokenIds: tokenIds.optional(),
        bad: z.union([z.string(), z.array(z.string())]).optional(),
        badTokenIds: tokenIds.optional(),
        logitBias: z.record(z.string(), z.number()).optional(),
        logprobs: z.boolean().optional(),
        topLogprobs: z.int().optional(),
      })
      .catchall(z.json().optional());
  },
);
