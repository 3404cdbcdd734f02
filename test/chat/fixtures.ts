import {
  chunk,
  completion,
  finalUsage,
  finish,
  toolCalls,
} from './support/chunks';

/** A fault or dialect, as it comes over the wire, and what is made of it. */
interface Fixture {
  /** Payloads of the events of a stream. */
  events?: unknown[];
  /** The body of a reply that is not streamed. */
  reply?: object;
  expected: object;
}

const weather = (city: string) => ({
  name: 'weather',
  input: JSON.stringify({ city }),
});
const PARIS = '{"city":"Paris"}';
const OSLO = '{"city":"Oslo"}';
const TOOL_CALLS = { unified: 'tool-calls', raw: 'tool_calls' };
const STOP = { unified: 'stop', raw: 'stop' };
const end = [finish('tool_calls'), '[DONE]'];

/** How tool calls come in streams. */
export const TOOL_CALL_STREAMS: Record<string, Fixture> = {
  'a new id on each delta of a call': {
    events: [
      toolCalls({
        index: 0,
        id: 'call-1',
        type: 'function',
        function: { name: 'weather', arguments: '' },
      }),
      toolCalls({
        index: 0,
        id: 'call-2',
        type: 'function',
        function: { name: '', arguments: '{"city":"Par' },
      }),
      toolCalls({
        index: 0,
        id: 'call-3',
        type: 'function',
        function: { name: '', arguments: 'is"}' },
      }),
      ...end,
    ],
    expected: { toolCalls: [{ id: 'call-1', ...weather('Paris') }] },
  },
  'the same id on two indexes': {
    events: [
      toolCalls({
        index: 0,
        id: 'functions.weather:0',
        function: { name: 'weather', arguments: '{"city":' },
      }),
      toolCalls({
        index: 0,
        id: 'functions.weather:0',
        function: { name: null, arguments: '"Paris"}' },
      }),
      toolCalls({
        index: 1,
        id: 'functions.weather:0',
        function: { name: 'weather', arguments: '{"city":' },
      }),
      toolCalls({
        index: 1,
        id: 'functions.weather:0',
        function: { name: null, arguments: '"Oslo"}' },
      }),
      ...end,
    ],
    expected: {
      toolCalls: [
        { id: 'functions.weather:0', ...weather('Paris') },
        { id: 'functions.weather:1', ...weather('Oslo') },
      ],
    },
  },
  'deltas of two calls by turns': {
    events: [
      toolCalls(
        { index: 0, id: 'call-1', function: { name: 'weather' } },
        { index: 1, id: 'call-2', function: { name: 'weather' } },
      ),
      toolCalls({ index: 1, function: { arguments: '{"city":' } }),
      toolCalls({ index: 0, function: { arguments: '{"city":' } }),
      toolCalls({ index: 1, function: { arguments: '"Oslo"}' } }),
      toolCalls({ index: 0, function: { arguments: '"Paris"}' } }),
      ...end,
    ],
    expected: {
      toolCalls: [
        { id: 'call-1', ...weather('Paris') },
        { id: 'call-2', ...weather('Oslo') },
      ],
    },
  },
  'a whole call in one delta': {
    events: [
      toolCalls({
        index: 0,
        id: 'call-1',
        function: { name: 'weather', arguments: PARIS },
      }),
      ...end,
    ],
    expected: { toolCalls: [{ id: 'call-1', ...weather('Paris') }] },
  },
  'a name in pieces': {
    events: [
      toolCalls({ index: 0, id: 'call-1', function: { name: 'wea' } }),
      toolCalls({ index: 0, function: { name: 'ther', arguments: '{' } }),
      toolCalls({ index: 0, function: { arguments: PARIS.slice(1) } }),
      ...end,
    ],
    expected: { toolCalls: [{ id: 'call-1', ...weather('Paris') }] },
  },
  'a name that is null and empty before it comes': {
    events: [
      toolCalls({ index: 0, id: 'call-1', function: { name: null } }),
      toolCalls({
        index: 0,
        id: '',
        function: { name: '', arguments: null },
      }),
      toolCalls({ index: 0, function: { name: 'weather', arguments: '' } }),
      toolCalls({ index: 0, function: { name: null, arguments: PARIS } }),
      toolCalls({ index: 0, function: { name: '', arguments: null } }),
      ...end,
    ],
    expected: { toolCalls: [{ id: 'call-1', ...weather('Paris') }] },
  },
  'a name after the arguments': {
    events: [
      toolCalls({ index: 0, id: 'call-1', function: { arguments: '{"city"' } }),
      toolCalls({ index: 0, function: { arguments: ':"Paris"}' } }),
      toolCalls({ index: 0, function: { name: 'weather' } }),
      ...end,
    ],
    expected: { toolCalls: [{ id: 'call-1', ...weather('Paris') }] },
  },
  'a name that is repeated whole': {
    events: [
      toolCalls({ index: 0, id: 'call-1', function: { name: 'weather' } }),
      toolCalls({
        index: 0,
        id: 'call-1',
        function: { name: 'weather', arguments: '{"city":' },
      }),
      toolCalls({
        index: 0,
        id: 'call-1',
        function: { name: 'weather', arguments: '"Paris"}' },
      }),
      toolCalls({
        index: 0,
        id: 'call-1',
        function: { name: 'weather', arguments: '' },
      }),
      ...end,
    ],
    expected: { toolCalls: [{ id: 'call-1', ...weather('Paris') }] },
  },
  'no arguments': {
    events: [
      toolCalls({
        index: 0,
        id: 'call-1',
        function: { name: 'now', arguments: '' },
      }),
      ...end,
    ],
    expected: { toolCalls: [{ id: 'call-1', name: 'now', input: '{}' }] },
  },
  'arguments that are an object': {
    events: [
      toolCalls({
        index: 0,
        id: 'call-1',
        function: { name: 'weather', arguments: { city: 'Paris' } },
      }),
      ...end,
    ],
    expected: { toolCalls: [{ id: 'call-1', ...weather('Paris') }] },
  },
  'whole calls one after another on one index': {
    events: [
      toolCalls({
        index: 0,
        id: 'call-1',
        function: { name: 'weather', arguments: PARIS },
      }),
      toolCalls({
        index: 0,
        id: 'call-2',
        function: { name: 'weather', arguments: OSLO },
      }),
      toolCalls({
        index: 0,
        id: 'call-3',
        function: { name: 'time', arguments: OSLO },
      }),
      ...end,
    ],
    expected: {
      toolCalls: [
        { id: 'call-1', ...weather('Paris') },
        { id: 'call-2', ...weather('Oslo') },
        { id: 'call-3', name: 'time', input: OSLO },
      ],
    },
  },
  'calls in pieces one after another on one index': {
    events: [
      toolCalls({ index: 0, id: 'call-1', function: { name: 'weather' } }),
      toolCalls({ index: 0, function: { arguments: PARIS } }),
      toolCalls({ index: 0, id: 'call-2', function: { name: 'weather' } }),
      toolCalls({ index: 0, function: { arguments: OSLO } }),
      toolCalls({ index: 0, id: 'call-3', function: { name: 'time' } }),
      toolCalls({ index: 0, function: { arguments: OSLO } }),
      ...end,
    ],
    expected: {
      toolCalls: [
        { id: 'call-1', ...weather('Paris') },
        { id: 'call-2', ...weather('Oslo') },
        { id: 'call-3', name: 'time', input: OSLO },
      ],
    },
  },
  'arguments that hold a call': {
    events: [
      toolCalls({
        index: 0,
        id: 'call-1',
        function: { name: 'write', arguments: '{"calls":[' },
      }),
      toolCalls({
        index: 0,
        id: 'call-2',
        function: { name: 'write', arguments: '{"name":"write"}' },
      }),
      toolCalls({
        index: 0,
        id: 'call-3',
        function: { name: 'write', arguments: ',{"name":"write"}]}' },
      }),
      ...end,
    ],
    expected: {
      toolCalls: [
        {
          id: 'call-1',
          name: 'write',
          input: '{"calls":[{"name":"write"},{"name":"write"}]}',
        },
      ],
    },
  },
  'no index': {
    events: [
      toolCalls({
        id: 'call-1',
        function: { name: 'weather', arguments: PARIS },
      }),
      toolCalls({
        id: 'call-2',
        function: { name: 'weather', arguments: OSLO },
      }),
      ...end,
    ],
    expected: {
      toolCalls: [
        { id: 'call-1', ...weather('Paris') },
        { id: 'call-2', ...weather('Oslo') },
      ],
    },
  },
  'no id': {
    events: [
      toolCalls(
        { index: 0, function: { name: 'weather', arguments: PARIS } },
        { index: 1, id: null, function: { name: 'weather', arguments: OSLO } },
      ),
      ...end,
    ],
    expected: { toolCalls: [weather('Paris'), weather('Oslo')] },
  },
};

for (const { expected } of Object.values(TOOL_CALL_STREAMS)) {
  Object.assign(expected, { finishReason: TOOL_CALLS });
}

const usage = (total: number) => ({
  prompt_tokens: 5,
  completion_tokens: total - 5,
  total_tokens: total,
});

/** How streams tell their text, their usage and their end. */
export const STREAMS: Record<string, Fixture> = {
  'the dialect with every key': {
    events: [
      chunk({
        content: 'Hi',
        function_call: null,
        tool_calls: null,
        role: 'assistant',
        refusal: null,
      }),
      chunk(
        {
          content: null,
          function_call: null,
          tool_calls: [],
          role: null,
          refusal: null,
        },
        { finish_reason: 'stop' },
      ),
      '[DONE]',
    ],
    expected: { text: 'Hi', finishReason: STOP },
  },
  'content beside the finish reason': {
    events: [
      chunk({ content: 'H' }),
      chunk({ content: 'i' }, { finish_reason: 'stop' }),
      '[DONE]',
    ],
    expected: { text: 'Hi', finishReason: STOP },
  },
  'a finish reason without [DONE]': {
    events: [chunk({ content: 'Hi' }), finish('stop')],
    expected: { text: 'Hi', finishReason: STOP },
  },
  '[DONE] without a finish reason': {
    events: [chunk({ content: 'Hi' }), '[DONE]'],
    expected: {
      text: 'Hi',
      finishReason: { unified: 'stop', raw: undefined },
    },
  },
  '[DONE] without a finish reason after tool calls': {
    events: [
      toolCalls({
        index: 0,
        id: 'call-1',
        function: { name: 'weather', arguments: PARIS },
      }),
      '[DONE]',
    ],
    expected: {
      toolCalls: [{ id: 'call-1', ...weather('Paris') }],
      finishReason: { unified: 'tool-calls', raw: undefined },
    },
  },
  'cumulative usage on each chunk': {
    events: [
      chunk({ content: 'H' }, { usage: usage(6) }),
      chunk({ content: 'i' }, { usage: usage(7) }),
      chunk({}, { finish_reason: 'stop', usage: usage(8) }),
      finalUsage(usage(9)),
      '[DONE]',
    ],
    expected: {
      text: 'Hi',
      finishReason: STOP,
      usage: {
        inputTokens: { total: 5 },
        outputTokens: { total: 4, text: 4, reasoning: 0 },
        raw: usage(9),
      },
    },
  },
  'counts that are strings': {
    events: [
      chunk({ content: 'Hi' }),
      finish('stop'),
      finalUsage({
        prompt_tokens: '5',
        completion_tokens: '4',
        total_tokens: '9',
        prompt_tokens_details: { cached_tokens: '3' },
        completion_tokens_details: { reasoning_tokens: '1' },
      }),
      '[DONE]',
    ],
    expected: {
      text: 'Hi',
      finishReason: STOP,
      usage: {
        inputTokens: { total: 5, cacheRead: 3 },
        outputTokens: { total: 4, text: 3, reasoning: 1 },
      },
    },
  },
  'details that are null': {
    events: [
      chunk({ content: 'Hi' }),
      finish('stop'),
      finalUsage({
        ...usage(9),
        prompt_tokens_details: null,
        completion_tokens_details: null,
      }),
      '[DONE]',
    ],
    expected: {
      finishReason: STOP,
      usage: { inputTokens: { total: 5 }, outputTokens: { total: 4 } },
    },
  },
  'reasoning in two fields': {
    events: [
      chunk({ reasoning_content: 'Well', reasoning: 'Well' }),
      chunk({ reasoning_content: '.', reasoning: '.' }),
      chunk({ content: 'Hi' }),
      finish('stop'),
      '[DONE]',
    ],
    expected: { reasoning: 'Well.', text: 'Hi', finishReason: STOP },
  },
  'reasoning that is not counted': {
    events: [
      chunk({ reasoning_content: 'Well.' }),
      chunk({ content: 'Hi' }),
      finish('stop'),
      finalUsage({
        ...usage(9),
        completion_tokens_details: { reasoning_tokens: 0 },
      }),
      '[DONE]',
    ],
    expected: {
      reasoning: 'Well.',
      finishReason: STOP,
      usage: {
        outputTokens: { total: 4, text: undefined, reasoning: undefined },
      },
    },
  },
  'an error that is null on each chunk': {
    events: [
      chunk({ content: 'Hi' }, { error: null }),
      chunk({}, { finish_reason: 'stop', error: null }),
      '[DONE]',
    ],
    expected: { text: 'Hi', finishReason: STOP },
  },
  'text that looks like what is repaired': {
    events: [
      chunk({ content: '"function" "error":null "total_tokens":"5" [DONE]' }),
      finish('stop'),
      '[DONE]',
    ],
    expected: {
      text: '"function" "error":null "total_tokens":"5" [DONE]',
      finishReason: STOP,
    },
  },
};

const call = (id: string, name: string, args: unknown) => ({
  id,
  type: 'function',
  function: { name, arguments: args },
});

/** What comes in replies that are not streamed. */
export const REPLIES: Record<string, Fixture> = {
  'no finish reason': {
    reply: completion({ content: 'Hi' }),
    expected: {
      text: 'Hi',
      finishReason: { unified: 'stop', raw: undefined },
    },
  },
  'no finish reason with tool calls': {
    reply: completion({ tool_calls: [call('call-1', 'weather', PARIS)] }),
    expected: {
      toolCalls: [{ id: 'call-1', ...weather('Paris') }],
      finishReason: { unified: 'tool-calls', raw: undefined },
    },
  },
  'tool calls with the same id': {
    reply: completion(
      {
        tool_calls: [
          call('functions.weather:0', 'weather', PARIS),
          call('functions.weather:0', 'weather', OSLO),
        ],
      },
      { finish_reason: 'tool_calls' },
    ),
    expected: {
      toolCalls: [
        { id: 'functions.weather:0', ...weather('Paris') },
        { id: 'functions.weather:1', ...weather('Oslo') },
      ],
      finishReason: TOOL_CALLS,
    },
  },
  'tool calls without arguments': {
    reply: completion(
      { tool_calls: [call('a', 'now', ''), call('b', 'now', null)] },
      { finish_reason: 'tool_calls' },
    ),
    expected: {
      toolCalls: [
        { id: 'a', name: 'now', input: '{}' },
        { id: 'b', name: 'now', input: '{}' },
      ],
      finishReason: TOOL_CALLS,
    },
  },
  'arguments that are an object': {
    reply: completion(
      { tool_calls: [call('call-1', 'weather', { city: 'Paris' })] },
      { finish_reason: 'tool_calls' },
    ),
    expected: { toolCalls: [{ id: 'call-1', ...weather('Paris') }] },
  },
  'reasoning in two fields': {
    reply: completion(
      { content: 'Hi', reasoning_content: 'Well.', reasoning: 'Well.' },
      { finish_reason: 'stop' },
    ),
    expected: { reasoning: 'Well.', text: 'Hi', finishReason: STOP },
  },
  'reasoning that is not counted': {
    reply: completion(
      { content: 'Hi', reasoning_content: 'Well.' },
      {
        finish_reason: 'stop',
        usage: {
          ...usage(9),
          completion_tokens_details: { reasoning_tokens: 0 },
        },
      },
    ),
    expected: {
      usage: {
        outputTokens: { total: 4, text: undefined, reasoning: undefined },
      },
    },
  },
  'reasoning that is counted': {
    reply: completion(
      { content: 'Hi', reasoning_content: 'Well.' },
      {
        finish_reason: 'stop',
        usage: {
          ...usage(9),
          completion_tokens_details: { reasoning_tokens: 3 },
        },
      },
    ),
    expected: {
      usage: { outputTokens: { total: 4, text: 1, reasoning: 3 } },
    },
  },
  'counts that are strings': {
    reply: completion(
      { content: 'Hi' },
      {
        finish_reason: 'stop',
        usage: {
          prompt_tokens: '5',
          completion_tokens: '4',
          total_tokens: '9',
          prompt_tokens_details: { cached_tokens: '3' },
          completion_tokens_details: null,
        },
      },
    ),
    expected: {
      text: 'Hi',
      usage: {
        inputTokens: { total: 5, cacheRead: 3 },
        outputTokens: { total: 4 },
      },
    },
  },
};
