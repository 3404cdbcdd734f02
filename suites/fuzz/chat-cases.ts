import type { Draw } from './draw';

/** Ways in which servers differ without being at fault. */
export const ODDITIES = [
  'CRLF',
  'comments',
  'nulls',
  'unknown fields',
  'empty deltas',
  'no usage',
  'usage on every chunk',
  'name on every delta of a call',
  'no [DONE]',
] as const;
export type Oddity = (typeof ODDITIES)[number];

/** A reply to a chat request. */
export interface ChatCase {
  isStream: boolean;
  /** The bytes of the reply, in pieces. */
  pieces: Uint8Array[];
  oddities: readonly Oddity[];
  /** Whether the reply ends before its last byte. */
  isCut: boolean;
}

interface Answer {
  reasoning: string[];
  text: string[];
  calls: Array<{ id: string; name: string; input: string[] }>;
}

const HEAD = { id: 'chatcmpl-1', created: 1_764_000_000, model: 'some/model' };
const USAGE = {
  prompt_tokens: 12,
  completion_tokens: 34,
  total_tokens: 46,
  prompt_tokens_details: { cached_tokens: 4 },
  completion_tokens_details: { reasoning_tokens: 5 },
};

/** A well-formed or slightly odd reply, one in five of them cut. */
export function createChatCase(draw: Draw): ChatCase {
  const isStream = draw.chance(0.7);
  const oddities = ODDITIES.filter(() => draw.chance(0.15));
  const answer = createAnswer(draw);
  const text = isStream
    ? writeStream(answer, oddities, draw)
    : JSON.stringify(writeReply(answer, oddities, draw));
  const bytes = new TextEncoder().encode(text);
  const isCut = draw.chance(0.2);
  const end = isCut ? draw.number(0, bytes.length - 1) : bytes.length;
  const offsets = [0, ...draw.cuts(end), end];

  return {
    isStream,
    oddities,
    isCut,
    pieces: offsets
      .slice(1)
      .map((offset, index) => bytes.slice(offsets[index], offset))
      .filter(({ length }) => length > 0),
  };
}

function createAnswer(draw: Draw): Answer {
  const list = <VALUE>(most: number, create: (index: number) => VALUE) =>
    Array.from({ length: draw.number(0, most) }, (_, index) => create(index));
  const calls = list(3, index => {
    const input = JSON.stringify({ query: draw.text(20), count: index });
    const middle = draw.number(1, input.length - 1);
    return {
      id: `call_${index}`,
      name: draw.pick(['search', 'get_weather']),
      input: [input.slice(0, middle), input.slice(middle)],
    };
  });
  return {
    reasoning: list(3, () => draw.text(15)),
    // An answer says something or calls something.
    text: [
      ...(calls.length === 0 ? ['Hm'] : []),
      ...list(4, () => draw.text(15)),
    ],
    calls,
  };
}

function finishReasonOf({ calls }: Answer, draw: Draw): string {
  return calls.length > 0
    ? 'tool_calls'
    : draw.pick(['stop', 'length', 'content_filter']);
}

function writeReply(
  answer: Answer,
  oddities: readonly Oddity[],
  draw: Draw,
): object {
  const { reasoning, text, calls } = answer;
  const message = {
    role: 'assistant',
    content: text.length > 0 ? text.join('') : null,
    ...(reasoning.length > 0 && { reasoning_content: reasoning.join('') }),
    ...(calls.length > 0 && {
      tool_calls: calls.map(({ id, name, input }) => ({
        id,
        type: 'function',
        function: { name, arguments: input.join('') },
      })),
    }),
    ...(oddities.includes('nulls') && { refusal: null, audio: null }),
  };
  return {
    ...HEAD,
    ...(oddities.includes('unknown fields') && { shard: { a: [1] } }),
    choices: [
      { index: 0, message, finish_reason: finishReasonOf(answer, draw) },
    ],
    ...(!oddities.includes('no usage') && { usage: USAGE }),
  };
}

function writeStream(
  answer: Answer,
  oddities: readonly Oddity[],
  draw: Draw,
): string {
  const has = (oddity: Oddity) => oddities.includes(oddity);
  const chunk = (delta: object, finishReason: string | null = null) => ({
    ...HEAD,
    ...(has('unknown fields') && { shard: { a: [1] } }),
    choices: [
      {
        index: 0,
        delta: { ...(has('nulls') && { refusal: null }), ...delta },
        finish_reason: finishReason,
      },
    ],
    ...(has('usage on every chunk') && { usage: USAGE }),
  });
  const callDeltas = answer.calls.flatMap(({ id, name, input }, index) => [
    {
      index,
      id,
      type: 'function',
      function: { name, arguments: '' },
    },
    ...input.map(piece => ({
      index,
      function: {
        ...(has('name on every delta of a call') && { name }),
        arguments: piece,
      },
    })),
  ]);
  const events: unknown[] = [
    chunk({ role: 'assistant', content: '' }),
    ...answer.reasoning.map(text => chunk({ reasoning_content: text })),
    ...answer.text.map(content => chunk({ content })),
    ...(has('empty deltas') ? [chunk({}), chunk({ content: '' })] : []),
    ...callDeltas.map(call => chunk({ tool_calls: [call] })),
    chunk({}, finishReasonOf(answer, draw)),
    ...(has('no usage') ? [] : [{ ...HEAD, choices: [], usage: USAGE }]),
  ];
  const lineEnd = has('CRLF') ? '\r\n' : '\n';
  const write = (data: string) =>
    `${has('comments') ? `: keep-alive${lineEnd}${lineEnd}` : ''}data: ${data}${lineEnd}${lineEnd}`;
  return [
    ...events.map(event => write(JSON.stringify(event))),
    ...(has('no [DONE]') ? [] : [write('[DONE]')]),
  ].join('');
}
