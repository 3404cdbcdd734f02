import type {
  WireChunk,
  WireCompletion,
  WireDelta,
  WireUsage,
} from '../chat/completion-wire';

export function withoutFinishReason<
  Reply extends { choices: Array<{ finish_reason?: string }> },
>(reply: Reply): Reply {
  const choices = reply.choices.map(({ finish_reason: _, ...rest }) => rest);
  return { ...reply, choices };
}

export function withoutUsageChunk(chunks: WireChunk[]): WireChunk[] {
  return chunks.filter(({ choices }) => choices.length > 0);
}

/** Moves the finish reason to the chunk before it. */
export function joinLastChunks(chunks: WireChunk[]): WireChunk[] {
  const place = chunks.findIndex(({ choices }) => choices[0]?.finish_reason);
  const before = chunks[place - 1];
  const finish = chunks[place];
  if (before === undefined || finish === undefined) return chunks;
  const joined = {
    ...finish,
    choices: before.choices.map(choice => ({
      ...choice,
      finish_reason: finish.choices[0]?.finish_reason,
    })),
  };
  return [...chunks.slice(0, place - 1), joined, ...chunks.slice(place + 1)];
}

/** Gives the reasoning under a second name as well. */
export function repeatReasoning<
  Part extends { reasoning_content?: string | null },
>(part: Part): Part {
  const { reasoning_content: reasoning } = part;
  return reasoning ? { ...part, reasoning } : part;
}

/** Gives every key, `null` where there is nothing to say. */
export function withEveryKey(delta: WireDelta): WireDelta {
  return {
    content: null,
    function_call: null,
    tool_calls: null,
    role: null,
    refusal: null,
    ...delta,
  };
}

/** Gives `tool_calls: []` on the chunk that ends a stream. */
export function withEmptyToolCalls(chunks: WireChunk[]): WireChunk[] {
  return chunks.map(chunk => ({
    ...chunk,
    choices: chunk.choices.map(choice =>
      choice.finish_reason === undefined
        ? choice
        : { ...choice, delta: { tool_calls: [], ...choice.delta } },
    ),
  }));
}

export function withoutReasoningTokens(usage: WireUsage): WireUsage {
  return {
    ...usage,
    completion_tokens_details: usage.completion_tokens_details && {
      ...usage.completion_tokens_details,
      reasoning_tokens: 0,
    },
  };
}

export function withoutDetails(usage: WireUsage): WireUsage {
  return {
    ...usage,
    prompt_tokens_details: null,
    completion_tokens_details: null,
  };
}

export function withTextCounts(usage: WireUsage): WireUsage {
  const { prompt_tokens_details: prompt } = usage;
  const { completion_tokens_details: completion } = usage;
  return {
    prompt_tokens: String(usage.prompt_tokens),
    completion_tokens: String(usage.completion_tokens),
    total_tokens: String(usage.total_tokens),
    prompt_tokens_details: prompt && {
      audio_tokens: String(prompt.audio_tokens),
      cached_tokens: String(prompt.cached_tokens),
    },
    completion_tokens_details: completion && {
      accepted_prediction_tokens: String(completion.accepted_prediction_tokens),
      audio_tokens: String(completion.audio_tokens),
      reasoning_tokens: String(completion.reasoning_tokens),
      rejected_prediction_tokens: String(completion.rejected_prediction_tokens),
    },
  };
}

export function mapDeltas(
  chunks: WireChunk[],
  change: (delta: WireDelta) => WireDelta,
): WireChunk[] {
  return chunks.map(chunk => ({
    ...chunk,
    choices: chunk.choices.map(choice => ({
      ...choice,
      delta: change(choice.delta),
    })),
  }));
}

export function mapMessages(
  completion: WireCompletion,
  change: (
    message: WireCompletion['choices'][number]['message'],
  ) => WireCompletion['choices'][number]['message'],
): WireCompletion {
  const choices = completion.choices.map(choice => ({
    ...choice,
    message: change(choice.message),
  }));
  return { ...completion, choices };
}

/** A change of the usage, wherever a reply or a stream tells it. */
export function onUsage(change: (usage: WireUsage) => WireUsage) {
  return {
    chunks: (chunks: WireChunk[]): WireChunk[] =>
      chunks.map(({ usage, ...chunk }) =>
        usage === undefined ? chunk : { ...chunk, usage: change(usage) },
      ),
    completion: ({ usage, ...completion }: WireCompletion): WireCompletion => ({
      ...completion,
      usage: change(usage),
    }),
  };
}
