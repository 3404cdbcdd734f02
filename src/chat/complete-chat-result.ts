import type {
  LanguageModelV4FinishReason,
  LanguageModelV4Prompt,
  LanguageModelV4Usage,
} from '@ai-sdk/provider';

/** The finish of a reply that is complete but gave no reason for its end. */
export function unstatedFinishReason(
  hasToolCalls: boolean,
): LanguageModelV4FinishReason {
  return { unified: hasToolCalls ? 'tool-calls' : 'stop', raw: undefined };
}

/**
 * Some models count no reasoning tokens although they reason: how many of the
 * output tokens are text is then unknown.
 */
export function correctUsage(
  usage: LanguageModelV4Usage,
  hasReasoning: boolean,
): LanguageModelV4Usage {
  return hasReasoning && usage.outputTokens.reasoning === 0
    ? {
        ...usage,
        outputTokens: {
          ...usage.outputTokens,
          text: undefined,
          reasoning: undefined,
        },
      }
    : usage;
}

/**
 * Makes the ids of a reply's tool calls unique in the whole conversation: some
 * models give one id to several calls or the same ids in every reply.
 *
 * @returns a function that gives each call its id.
 */
export function createUniqueIds(
  prompt: LanguageModelV4Prompt,
): (id: string) => string {
  const taken = new Set(
    prompt.flatMap(({ role, content }) =>
      role === 'assistant'
        ? content.flatMap(part =>
            part.type === 'tool-call' ? [part.toolCallId] : [],
          )
        : [],
    ),
  );

  return id => {
    let unique = id;
    for (let count = 2; taken.has(unique); count += 1) {
      unique = `${id}-${count}`;
    }
    taken.add(unique);
    return unique;
  };
}
