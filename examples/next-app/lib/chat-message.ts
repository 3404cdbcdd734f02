import type { FinishReason, InferUITools, UIDataTypes, UIMessage } from 'ai';
import type { tools } from './tools';

/** Where a route runs. */
export type Runtime = 'nodejs' | 'edge';

/** Tokens that one answer may take, reasoning included. Baseten's default is 4096. */
export const MAX_OUTPUT_TOKENS = 8192;

/** What the route tells about an answer when it is complete. */
export interface AnswerMetadata {
  runtime: Runtime;
  modelId: string;
  finishReason: FinishReason;
  /** Tokens of all steps. */
  usage: TokenUsage;
}

export interface TokenUsage {
  input: number;
  /** Those of the input that Baseten had kept, and counts for less. */
  cached: number;
  output: number;
}

/** A message of the conversation, with the tools and metadata of this app. */
export type ChatMessage = UIMessage<
  AnswerMetadata,
  UIDataTypes,
  InferUITools<typeof tools>
>;
