/**
 * What a chat answer holds: text in small pieces; arguments of one tool call in
 * small pieces, with its name once or on each; arguments in one piece; or text
 * in a reply that is not streamed; or so many MB of text in one event.
 *
 * @typedef {'text' | 'tool-pieces' | 'tool-names' | 'tool-whole' | 'reply' | 'event'} AnswerKind
 */

/**
 * @param {AnswerKind} kind
 * @param {number} size Pieces, or words of what comes in one.
 * @returns {string} The text of an answer, or the input of its tool call.
 */
export function createAnswer(kind, size) {
  if (kind === 'event') return 'word '.repeat((size * 1e6) / 5);
  const text = words(size).join('');
  return kind.startsWith('tool') ? JSON.stringify({ text }) : text;
}

/**
 * @param {AnswerKind} kind
 * @param {number} size
 * @returns {{ type: string, pieces: Buffer[] }} A whole reply as the Model APIs
 * send it, event by event.
 */
export function createChatReply(kind, size) {
  const usage = {
    prompt_tokens: 20,
    completion_tokens: size,
    total_tokens: size + 20,
  };
  if (kind === 'reply') {
    const message = { role: 'assistant', content: createAnswer(kind, size) };
    const reply = chunk({
      choices: [{ index: 0, message, finish_reason: 'stop' }],
      usage,
    });
    return { type: 'application/json', pieces: [Buffer.from(reply)] };
  }
  const events = [
    choice({ delta: { role: 'assistant', content: '' } }),
    ...deltas(kind, size).map(delta => choice({ delta })),
    choice({
      delta: {},
      finish_reason: kind.startsWith('tool') ? 'tool_calls' : 'stop',
    }),
    chunk({ choices: [], usage }),
    '[DONE]',
  ];
  return {
    type: 'text/event-stream',
    pieces: events.map(data => Buffer.from(`data: ${data}\n\n`)),
  };
}

/**
 * @param {AnswerKind} kind
 * @param {number} size
 * @returns {object[]}
 */
function deltas(kind, size) {
  if (kind === 'event') {
    return [{ content: createAnswer(kind, size) }];
  }
  if (kind === 'text') {
    return words(size).map(content => ({ content }));
  }
  const pieces =
    kind === 'tool-whole'
      ? [createAnswer(kind, size)]
      : ['{"text":"', ...words(size), '"}'];
  return pieces.map((piece, place) => ({
    tool_calls: [
      {
        index: 0,
        ...((place === 0 || kind === 'tool-names') && {
          id: 'call-1',
          type: 'function',
        }),
        function: {
          ...((place === 0 || kind === 'tool-names') && { name: 'write' }),
          arguments: piece,
        },
      },
    ],
  }));
}

/** @param {number} count */
function words(count) {
  return Array.from({ length: count }, (_, number) => ` word${number % 1000}`);
}

/** @param {object} fields */
function choice(fields) {
  return chunk({ choices: [{ index: 0, finish_reason: null, ...fields }] });
}

/** @param {object} fields */
function chunk(fields) {
  return JSON.stringify({
    id: 'chatcmpl-0123456789abcdef0123456789abcdef',
    object: 'chat.completion.chunk',
    created: 1_790_000_000,
    model: 'bench-model',
    ...fields,
  });
}
