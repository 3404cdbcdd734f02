/** A chunk of a chat stream as Baseten sends it. */
export function chunk(
  delta: object,
  fields: { finish_reason?: string; usage?: object; error?: unknown } = {},
): object {
  const { finish_reason, ...rest } = fields;
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1_790_000_000,
    model: 'zai-org/GLM-5.2',
    choices: [{ index: 0, delta, ...(finish_reason && { finish_reason }) }],
    ...rest,
  };
}

/** A chunk that holds nothing but deltas of tool calls. */
export function toolCalls(...tool_calls: object[]): object {
  return chunk({ tool_calls });
}

/** A whole call of the tool `weather`. */
export const WEATHER_CALL = toolCalls({
  index: 0,
  id: 'call-1',
  function: { name: 'weather', arguments: '{"city":"Paris"}' },
});

/** The chunk that ends an answer. */
export function finish(finish_reason: string): object {
  return chunk({}, { finish_reason });
}

/** The chunk without choices that tells the final usage. */
export function finalUsage(usage: object): object {
  return { ...chunk({}), choices: [], usage };
}

/** The text of an event stream. */
export function eventStream(payloads: readonly unknown[]): string {
  return payloads
    .map(payload =>
      typeof payload === 'string' ? payload : JSON.stringify(payload),
    )
    .map(data => `data: ${data}\n\n`)
    .join('');
}

/** A reply that is not streamed. */
export function completion(
  message: object,
  fields: { finish_reason?: string; usage?: object } = {},
): object {
  const { finish_reason, usage = { prompt_tokens: 5, completion_tokens: 3 } } =
    fields;
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_790_000_000,
    model: 'zai-org/GLM-5.2',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', ...message },
        ...(finish_reason && { finish_reason }),
      },
    ],
    usage,
  };
}
