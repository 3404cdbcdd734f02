import type { InferUITools, UIDataTypes, UIMessage } from 'ai';
import type { tools } from './tools';

/** Where a route runs. */
export type Runtime = 'nodejs' | 'edge';

/** What the route tells about an answer when it is complete. */
export interface AnswerMetadata {
  runtime: Runtime;
  /** Tokens of all steps, the prompt's included. */
  tokens: number | undefined;
}

/** A message of the conversation, with the tools and metadata of this app. */
export type ChatMessage = UIMessage<
  AnswerMetadata,
  UIDataTypes,
  InferUITools<typeof tools>
>;
