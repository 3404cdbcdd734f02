import type { Fact, ProbeReply } from '../fact';
import { readValue } from '../read-value';
import { ask, CHEAP_MODEL } from './chat-requests';

const kind = 'Model APIs';

const WHOLE = ask(CHEAP_MODEL, { max_tokens: 200, reasoning_effort: 'low' });

const LONG_BEGINNING = 'The sea is wide. '.repeat(200);
const affine = (question: string, after?: ReturnType<typeof ask>) => ({
  ...ask(CHEAP_MODEL, { max_tokens: 16 }, [
    { role: 'system', content: LONG_BEGINNING },
    { role: 'user', content: question },
  ]),
  headers: { 'x-session-affinity': 'live-check' },
  ...(after !== undefined && { after }),
});

const message = ({ json }: ProbeReply) =>
  readValue(json, 'choices', 0, 'message');
const finishReason = ({ json }: ProbeReply) =>
  String(readValue(json, 'choices', 0, 'finish_reason'));
const usage = ({ json }: ProbeReply, ...path: string[]) =>
  Number(readValue(json, 'usage', ...path));

/** What a reply that is not streamed looks like. */
export const REPLIES: Fact[] = [
  {
    name: 'HTTP version of the Model APIs',
    expected: 'HTTP/2',
    source: 'recorded',
    kind,
    probes: [WHOLE],
    see: ({ isHttp2 }) => (isHttp2 ? 'HTTP/2' : 'HTTP/1.1 only'),
  },
  {
    name: 'finish reason of a whole answer',
    expected: 'stop',
    source: 'recorded',
    kind,
    probes: [WHOLE],
    see: finishReason,
  },
  {
    name: 'finish reason at max_tokens',
    expected: 'length',
    source: 'recorded',
    kind,
    probes: [ask(CHEAP_MODEL, { max_tokens: 16 }, 'Count from 1 to 100.')],
    see: finishReason,
  },
  {
    name: 'where reasoning is',
    expected: 'reasoning_content',
    source: 'recorded',
    kind,
    probes: [WHOLE],
    see: reply =>
      ['reasoning_content', 'reasoning']
        .filter(name => readValue(message(reply), name))
        .join(' and ')
        // Some models send both, with the same text.
        .replace('reasoning_content and reasoning', 'reasoning_content') ||
      'nowhere',
  },
  {
    name: 'usage',
    expected: 'prompt + completion = total',
    source: 'recorded',
    kind,
    probes: [WHOLE],
    see: reply => {
      const prompt = usage(reply, 'prompt_tokens');
      const completion = usage(reply, 'completion_tokens');
      const total = usage(reply, 'total_tokens');
      return prompt > 0 && prompt + completion === total
        ? 'prompt + completion = total'
        : `${prompt} + ${completion}, total ${total}`;
    },
  },
  {
    name: 'cached tokens of a second request with x-session-affinity',
    expected: 'some',
    source: 'documented',
    kind,
    probes: [affine('And deep?', affine('Is it wide?'))],
    see: reply =>
      usage(reply, 'prompt_tokens_details', 'cached_tokens') > 0
        ? 'some'
        : 'none',
  },
  {
    name: 'sampling fields of the provider options',
    expected: '200',
    source: 'documented',
    kind,
    probes: [
      ask(CHEAP_MODEL, {
        max_tokens: 16,
        temperature: 0.5,
        top_p: 0.9,
        top_k: 40,
        min_p: 0.05,
        top_p_min: 0.1,
        repetition_penalty: 1.1,
        length_penalty: 1,
        min_tokens: 1,
        ignore_eos: false,
        seed: 7,
        stop: ['###'],
        logit_bias: {},
      }),
    ],
    see: ({ status, text }) =>
      status === 200 ? '200' : `${status} ${text.slice(0, 80)}`,
  },
  {
    name: 'headers of a reply',
    source: 'recorded: x-baseten-accepted-at',
    kind,
    probes: [WHOLE],
    see: ({ headers }) =>
      [...headers.keys()]
        .filter(name => /baseten|ratelimit|retry|request-id/.test(name))
        .join(', '),
  },
];
