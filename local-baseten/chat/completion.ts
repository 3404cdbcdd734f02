import type { Answer } from '../mind/answer';
import type { ChatRequest, ToolCall } from '../mind/chat-request';
import { countTokens, splitTokens } from '../mind/split-tokens';

/** An answer as sent. */
export interface Completion {
  readonly id: string;
  readonly created: number;
  readonly request: ChatRequest;
  readonly reasoning: string;
  readonly content: string;
  readonly toolCalls: readonly ToolCall[];
  readonly finishReason: 'stop' | 'length' | 'tool_calls';
}

let completionCount = 0;

/** Applies `stop` and the token limit, which includes reasoning. */
export function completeAnswer(
  answer: Answer,
  request: ChatRequest,
): Completion {
  completionCount += 1;
  const number = completionCount.toString(16).padStart(28, '0');
  const toolCalls = answer.toolCalls.map(({ name, input }, index) => ({
    id: `chatcmpl-tool-${number}${index.toString(16).padStart(4, '0')}`,
    name,
    arguments: JSON.stringify(input),
  }));
  const reasoning = splitTokens(answer.reasoning);
  const content = splitTokens(beforeStop(answer.content, request.stop));
  const toolTokens = countToolTokens(toolCalls);
  const total = reasoning.length + content.length + toolTokens;
  const whole = {
    id: `chatcmpl-${number}0000`,
    created: Math.floor(Date.now() / 1000),
    request,
  };
  if (total <= request.maximumTokens) {
    return {
      ...whole,
      reasoning: answer.reasoning,
      content: content.join(''),
      toolCalls,
      finishReason: toolCalls.length > 0 ? 'tool_calls' : 'stop',
    };
  }
  const rest = Math.max(0, request.maximumTokens - reasoning.length);
  return {
    ...whole,
    reasoning: reasoning.slice(0, request.maximumTokens).join(''),
    content: content.slice(0, rest).join(''),
    toolCalls: [],
    finishReason: 'length',
  };
}

/** Number of tokens in each part of a completion. */
export function countCompletionTokens(completion: Completion) {
  const reasoning = countTokens(completion.reasoning);
  const total =
    reasoning +
    countTokens(completion.content) +
    countToolTokens(completion.toolCalls);
  return { reasoning, total };
}

function countToolTokens(toolCalls: readonly ToolCall[]): number {
  return toolCalls.reduce(
    (sum, call) => sum + countTokens(call.name) + countTokens(call.arguments),
    0,
  );
}

function beforeStop(text: string, stop: readonly string[]): string {
  const places = stop
    .filter(sequence => sequence !== '')
    .map(sequence => text.indexOf(sequence))
    .filter(place => place >= 0);
  return text.slice(0, Math.min(text.length, ...places));
}
