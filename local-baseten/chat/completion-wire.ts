import { countTokens, splitTokens } from '../mind/split-tokens';
import { type Completion, countCompletionTokens } from './completion';
import type { PromptTokens } from './prompt-cache';

export interface WireToolCall {
  id: string;
  type: 'function';
  function: { name: string; arguments: string };
}

/** The JSON of a reply that is not streamed. Absent fields are left out. */
export interface WireCompletion {
  id: string;
  choices: Array<{
    index: number;
    message: {
      role: 'assistant';
      content?: string;
      reasoning_content?: string;
      reasoning?: string;
      tool_calls?: WireToolCall[];
    };
    finish_reason?: string;
  }>;
  created: number;
  model: string;
  object: 'chat.completion';
  usage: WireUsage;
}

export interface WireToolCallDelta {
  index: number;
  id: string;
  type: 'function';
  function: { name?: string | null; arguments: string };
}

export interface WireDelta {
  role?: 'assistant' | null;
  content?: string | null;
  reasoning_content?: string | null;
  reasoning?: string | null;
  tool_calls?: WireToolCallDelta[] | null;
  function_call?: null;
  refusal?: null;
}

/** One event of a stream. */
export interface WireChunk {
  id: string;
  choices: Array<{ index: number; delta: WireDelta; finish_reason?: string }>;
  created: number;
  model: string;
  service_tier: null;
  system_fingerprint: null;
  object: 'chat.completion.chunk';
  usage?: WireUsage;
}

type Count = number | string;

export interface WireUsage {
  prompt_tokens: Count;
  completion_tokens: Count;
  total_tokens: Count;
  prompt_tokens_details: { audio_tokens: Count; cached_tokens: Count } | null;
  completion_tokens_details: {
    accepted_prediction_tokens: Count;
    audio_tokens: Count;
    reasoning_tokens: Count;
    rejected_prediction_tokens: Count;
  } | null;
}

export function wireCompletion(
  completion: Completion,
  prompt: PromptTokens,
): WireCompletion {
  const { reasoning, content, toolCalls } = completion;
  const tokens = countCompletionTokens(completion);
  return {
    id: completion.id,
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          ...((content !== '' || toolCalls.length === 0) && { content }),
          ...(reasoning !== '' && { reasoning_content: reasoning }),
          ...(toolCalls.length > 0 && {
            tool_calls: toolCalls.map(({ id, name, arguments: input }) => ({
              id,
              type: 'function' as const,
              function: { name, arguments: input },
            })),
          }),
        },
        finish_reason: completion.finishReason,
      },
    ],
    created: completion.created,
    model: completion.request.model,
    object: 'chat.completion',
    usage: wireUsage(prompt, tokens.total, tokens.reasoning),
  };
}

/**
 * The chunks of a streamed reply, a token each. Their usage grows, and comes
 * once more on a last chunk without choices.
 */
export function wireChunks(
  completion: Completion,
  prompt: PromptTokens,
): WireChunk[] {
  const { includeUsage, continuousUsage, model } = completion.request;
  const chunks: WireChunk[] = [];
  let total = 0;
  let reasoning = 0;

  const push = (choices: WireChunk['choices'], tellsUsage: boolean) =>
    chunks.push({
      id: completion.id,
      choices,
      created: completion.created,
      model,
      service_tier: null,
      system_fingerprint: null,
      object: 'chat.completion.chunk',
      ...(tellsUsage && { usage: wireUsage(prompt, total, reasoning) }),
    });
  const pushDelta = (delta: WireDelta, finishReason?: string) => {
    const isFirst = chunks.length === 0;
    const choice = {
      index: 0,
      delta: isFirst ? { role: 'assistant' as const, ...delta } : delta,
      ...(finishReason !== undefined && { finish_reason: finishReason }),
    };
    push([choice], includeUsage && continuousUsage);
  };

  for (const token of splitTokens(completion.reasoning)) {
    total += 1;
    reasoning += 1;
    pushDelta({ reasoning_content: token });
  }
  for (const token of splitTokens(completion.content)) {
    total += 1;
    pushDelta({ content: token });
  }
  for (const [index, call] of completion.toolCalls.entries()) {
    const pushCall = (called: WireToolCallDelta['function']) =>
      pushDelta({
        tool_calls: [
          { index, id: call.id, type: 'function', function: called },
        ],
      });
    total += countTokens(call.name);
    pushCall({ name: call.name, arguments: '' });
    for (const token of splitTokens(call.arguments)) {
      total += 1;
      pushCall({ arguments: token });
    }
  }
  pushDelta({}, completion.finishReason);
  if (includeUsage) push([], true);
  return chunks;
}

function wireUsage(
  prompt: PromptTokens,
  completionTokens: number,
  reasoningTokens: number,
): WireUsage {
  return {
    prompt_tokens: prompt.total,
    completion_tokens: completionTokens,
    total_tokens: prompt.total + completionTokens,
    prompt_tokens_details: { audio_tokens: 0, cached_tokens: prompt.cached },
    completion_tokens_details: {
      accepted_prediction_tokens: 0,
      audio_tokens: 0,
      reasoning_tokens: reasoningTokens,
      rejected_prediction_tokens: 0,
    },
  };
}
