import type { JSONObject } from '@ai-sdk/provider';
import { z } from 'zod/v4';
import { once } from '../utils/once';

/**
 * Options of a chat call, under `providerOptions.baseten`, beside the AI SDK's
 * own settings. Names are sent as the wire has them (`minP` as `min_p`). Keys
 * that are not listed here are sent in the request body untouched.
 */
export type BasetenLanguageModelChatOptions = {
  /** An id of your end user. */
  user?: string | undefined;

  /**
   * How much the model reasons, sent unchanged: which values it accepts
   * differs from model to model. Wins over the AI SDK's `reasoning`, which is
   * translated for each model. `null` is sent as `null`.
   */
  reasoningEffort?: string | null | undefined;

  /**
   * Arguments of the model's chat template, such as
   * `{ enable_thinking: true }` for models that reason on request only.
   */
  chatTemplateArgs?: JSONObject | undefined;

  /**
   * Switches the reasoning of models that take it in this form, such as
   * `{ type: 'enabled' }`.
   */
  thinking?: JSONObject | undefined;

  /** How wordy the answer is, on models that know it. */
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

  /** Least probability of a token relative to the likeliest one, 0 to 1. */
  minP?: number | undefined;

  /** Lower bound of `topP` where that adapts itself, 0 to 1. */
  topPMin?: number | undefined;

  /** Above 1 tokens that occurred are less likely, below 1 more. */
  repetitionPenalty?: number | undefined;

  /** How much the length of an answer counts, on engines that know it. */
  lengthPenalty?: number | undefined;

  /** Tokens that are generated at least, a whole number. */
  minTokens?: number | undefined;

  /** Whether to go on after the token that ends an answer. */
  ignoreEos?: boolean | undefined;

  /** Ids of tokens that end the answer. */
  stopTokenIds?: number[] | undefined;

  /** Words that are not generated. */
  bad?: string | string[] | undefined;

  /** Ids of tokens that are not generated. */
  badTokenIds?: number[] | undefined;

  /** Makes tokens, by their id, likelier or less likely: -100 to 100. */
  logitBias?: Record<string, number> | undefined;

  /** Whether to return log probabilities. Most models refuse it. */
  logprobs?: boolean | undefined;

  /** Log probabilities of how many tokens per place, 0 to 20. */
  topLogprobs?: number | undefined;
};

/** What the options are called on the wire, where that differs. */
export const WIRE_NAMES: Record<string, string> = {
  chatTemplateArgs: 'chat_template_args',
  parallelToolCalls: 'parallel_tool_calls',
  minP: 'min_p',
  topPMin: 'top_p_min',
  repetitionPenalty: 'repetition_penalty',
  lengthPenalty: 'length_penalty',
  minTokens: 'min_tokens',
  ignoreEos: 'ignore_eos',
  stopTokenIds: 'stop_token_ids',
  badTokenIds: 'bad_token_ids',
  logitBias: 'logit_bias',
  topLogprobs: 'top_logprobs',
} satisfies Partial<Record<keyof BasetenLanguageModelChatOptions, string>>;

export const chatModelOptionsSchema = once(
  (): z.ZodType<BasetenLanguageModelChatOptions & JSONObject> => {
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
