import { AISDKError } from '@ai-sdk/provider';
import { isParsableJson } from '@ai-sdk/provider-utils';
import type { Reply } from './read-reply';
import type { Outcome } from './run-exchange';

/** What must not happen, whatever a server sends. */
export type Defect =
  | 'empty error message'
  | 'error that is not of the AI SDK'
  | 'tool input that is not JSON'
  | 'tool calls with the same id'
  | 'complete reply that ends in an error'
  | 'complete reply without a known finish reason'
  | 'failed reply without an error'
  | 'usage that differs from the last sent'
  | 'text that differs from what was sent'
  | 'reasoning that differs from what was sent';

/** Compares what the package made of a reply with the reply itself. */
export function findDefects(outcome: Outcome, reply: Reply): Defect[] {
  const { errors, toolCalls, usage, finishReason } = outcome;
  const hasFailed = errors.length > 0 || finishReason?.unified === 'error';
  const ids = new Set(toolCalls.map(({ id }) => id));
  const checks: Array<[Defect, boolean]> = [
    ['empty error message', errors.some(error => messageOf(error) === '')],
    ['error that is not of the AI SDK', !errors.every(AISDKError.isInstance)],
    [
      'tool input that is not JSON',
      !toolCalls.every(({ input }) => isParsableJson(input)),
    ],
    ['tool calls with the same id', ids.size < toolCalls.length],
    ['complete reply that ends in an error', reply.isComplete && hasFailed],
    [
      'complete reply without a known finish reason',
      reply.isComplete &&
        finishReason?.unified === 'other' &&
        finishReason.raw === undefined,
    ],
    ['failed reply without an error', !reply.isComplete && errors.length === 0],
    [
      'usage that differs from the last sent',
      !hasFailed &&
        reply.usage !== undefined &&
        (usage?.inputTokens.total !== reply.usage.inputTokens ||
          usage.outputTokens.total !== reply.usage.outputTokens),
    ],
    ['text that differs from what was sent', outcome.text !== reply.text],
    [
      'reasoning that differs from what was sent',
      outcome.reasoning !== reply.reasoning,
    ],
  ];
  return checks.flatMap(([defect, isFound]) => (isFound ? [defect] : []));
}

/** The words of an error; empty if it has none. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.trim() : '';
}
