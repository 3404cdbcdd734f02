/**
 * The least that a chat model can do: parses what the bench's server sends and
 * nothing else, into the same parts. It is the floor, not a model to use.
 *
 * @typedef {import('@ai-sdk/provider').LanguageModelV4StreamPart} StreamPart
 */

/** @param {string} baseURL */
export function createModelByHand(baseURL) {
  /** @param {boolean} stream */
  const post = stream =>
    fetch(`${baseURL}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ stream }),
    });

  return {
    doGenerate: async () => {
      const { choices, usage } = Object(await (await post(false)).json());
      const [{ message, finish_reason: raw }] = choices;
      return {
        content: [{ type: 'text', text: message.content }],
        finishReason: { unified: raw, raw },
        usage: { outputTokens: { total: usage.completion_tokens } },
      };
    },
    doStream: async () => {
      const { body } = await post(true);
      if (body == null) throw new Error('Expected a body, got none.');
      return { stream: readParts(body.getReader()) };
    },
  };
}

/**
 * @param {ReadableStreamDefaultReader<Uint8Array>} reader
 * @returns {ReadableStream<any>}
 */
function readParts(reader) {
  const decoder = new TextDecoder();
  let rest = '';
  let hasText = false;
  let input = '';
  /** @type {{ id: string, name: string } | undefined} */
  let call;
  /** @type {any} */
  let usage;
  /** @type {string | undefined} */
  let raw;

  /** @param {any} data @param {(part: any) => void} emit */
  const read = (data, emit) => {
    usage = data.usage ?? usage;
    const choice = data.choices[0];
    if (choice === undefined) return;
    raw = choice.finish_reason ?? raw;
    const { content, tool_calls: calls } = choice.delta;
    if (content) {
      if (!hasText) emit({ type: 'text-start', id: '0' });
      hasText = true;
      emit({ type: 'text-delta', id: '0', delta: content });
    }
    for (const { id, function: called } of calls ?? []) {
      if (call === undefined) {
        call = { id, name: called.name };
        emit({ type: 'tool-input-start', id, toolName: call.name });
      }
      input += called.arguments;
      emit({ type: 'tool-input-delta', id: call.id, delta: called.arguments });
    }
  };

  /** @param {(part: any) => void} emit */
  const finish = emit => {
    if (hasText) emit({ type: 'text-end', id: '0' });
    if (call !== undefined) {
      emit({ type: 'tool-input-end', id: call.id });
      emit({
        type: 'tool-call',
        toolCallId: call.id,
        toolName: call.name,
        input,
      });
    }
    emit({
      type: 'finish',
      finishReason: { unified: raw === 'stop' ? 'stop' : 'tool-calls', raw },
      usage: { outputTokens: { total: usage?.completion_tokens } },
    });
  };

  return new ReadableStream(
    {
      async pull(controller) {
        let isEmpty = true;
        /** @param {any} part */
        const emit = part => {
          isEmpty = false;
          controller.enqueue(part);
        };
        while (isEmpty) {
          const { done, value } = await reader.read();
          if (done) return controller.close();
          const text = rest + decoder.decode(value, { stream: true });
          let start = 0;
          for (;;) {
            const end = text.indexOf('\n\n', start);
            if (end === -1) break;
            const data = text.slice(start + 'data: '.length, end);
            start = end + 2;
            if (data === '[DONE]') finish(emit);
            else read(JSON.parse(data), emit);
          }
          rest = text.slice(start);
        }
      },
    },
    { highWaterMark: 0 },
  );
}
