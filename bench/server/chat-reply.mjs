/**
 * @param {number} chunks
 * @returns {string} The text of chunk after chunk.
 */
export function createAnswer(chunks) {
  return Array.from({ length: chunks }, (_, number) => word(number)).join('');
}

/**
 * @param {number} chunks Number of content deltas.
 * @returns {Buffer} A whole event stream as the Model APIs send it.
 */
export function createChatReply(chunks) {
  const events = [
    choice({ delta: { role: 'assistant', content: '' } }),
    ...Array.from({ length: chunks }, (_, number) =>
      choice({ delta: { content: word(number) } }),
    ),
    choice({ delta: {}, finish_reason: 'stop' }),
    event({
      choices: [],
      usage: {
        prompt_tokens: 20,
        completion_tokens: chunks,
        total_tokens: chunks + 20,
      },
    }),
  ];
  return Buffer.from(
    [...events, '[DONE]'].map(data => `data: ${data}\n\n`).join(''),
  );
}

/** @param {number} number */
function word(number) {
  return ` word${number % 1000}`;
}

/** @param {object} fields */
function choice(fields) {
  return event({ choices: [{ index: 0, finish_reason: null, ...fields }] });
}

/** @param {object} fields */
function event(fields) {
  return JSON.stringify({
    id: 'chatcmpl-0123456789abcdef0123456789abcdef',
    object: 'chat.completion.chunk',
    created: 1_790_000_000,
    model: 'bench-model',
    ...fields,
  });
}
