import type { Fact, ProbeReply } from '../fact';
import { readList, readValue } from '../read-value';
import { ask, CHEAP_MODEL } from './chat-requests';
import { typeOf } from './refusals';

const kind = 'Model APIs';

const STREAM = ask(CHEAP_MODEL, {
  max_tokens: 200,
  reasoning_effort: 'low',
  stream: true,
  stream_options: { include_usage: true },
});
const STOPPED = ask(
  CHEAP_MODEL,
  { max_tokens: 200, reasoning_effort: 'low', stream: true, stop: ['5'] },
  'Count from 1 to 10.',
);

/** The payloads of a stream, in order. */
export function readEvents({ text }: ProbeReply): string[] {
  return text
    .split(/\r?\n/)
    .filter(line => line.startsWith('data:'))
    .map(line => line.slice('data:'.length).trim());
}

/** The chunks of a stream as JSON. */
export function readChunks(reply: ProbeReply): unknown[] {
  return readEvents(reply)
    .filter(event => event.startsWith('{'))
    .map(event => JSON.parse(event));
}

/** The finish reasons in a stream, in order. */
export function readFinishReasons(reply: ProbeReply): unknown[] {
  return readChunks(reply)
    .map(chunk => readValue(chunk, 'choices', 0, 'finish_reason'))
    .filter(reason => reason != null);
}

function counts(reply: ProbeReply): number[] {
  return readChunks(reply).flatMap(chunk => {
    const count = readValue(chunk, 'usage', 'completion_tokens');
    return count == null ? [] : [Number(count)];
  });
}

/** What a stream of the Model APIs looks like. */
export const STREAMS: Fact[] = [
  {
    name: 'content type of a stream',
    expected: 'text/event-stream',
    source: 'recorded',
    kind,
    probes: [STREAM],
    see: typeOf,
  },
  {
    name: 'lines of a stream',
    expected: 'data',
    source: 'recorded',
    kind,
    probes: [STREAM],
    see: ({ text }) =>
      [
        ...new Set(
          text
            .split(/\r?\n/)
            .filter(line => line !== '')
            .map(line => line.replace(/:.*/s, '') || 'comments'),
        ),
      ].join(', '),
  },
  {
    name: 'last event of a stream',
    expected: '[DONE]',
    source: 'recorded',
    kind,
    probes: [STREAM],
    see: reply => (readEvents(reply).at(-1) ?? 'none').slice(0, 40),
  },
  {
    name: 'finish reasons in a stream',
    expected: 'stop',
    source: 'recorded',
    kind,
    probes: [STREAM],
    see: reply => readFinishReasons(reply).join(', ') || 'none',
  },
  {
    name: 'usage in a stream',
    expected: 'cumulative, last in a chunk without choices',
    source: 'recorded',
    kind,
    probes: [STREAM],
    see: reply => {
      const all = counts(reply);
      const grows = all.every((count, place) => count >= (all[place - 1] ?? 0));
      const last = readChunks(reply).at(-1);
      const isApart = readList(last, 'choices').length === 0;
      const place = readValue(last, 'usage') != null && isApart;
      return `${grows ? 'cumulative' : 'not cumulative'}, last in ${place ? 'a chunk without choices' : 'another place'}`;
    },
  },
  {
    name: 'where reasoning is in a stream',
    expected: 'reasoning_content',
    source: 'recorded',
    kind,
    probes: [STREAM],
    see: reply =>
      ['reasoning_content', 'reasoning']
        .filter(name =>
          readChunks(reply).some(chunk =>
            readValue(chunk, 'choices', 0, 'delta', name),
          ),
        )
        .join(' and ') || 'nowhere',
  },
  {
    name: 'finish reason after a stop sequence',
    expected: 'stop',
    source: 'recorded',
    kind,
    probes: [STOPPED],
    see: reply => readFinishReasons(reply).join(', ') || 'none',
  },
  {
    name: 'last event after a stop sequence',
    source: 'recorded without [DONE] ten times of thirteen',
    kind,
    probes: [STOPPED],
    see: reply =>
      readEvents(reply).at(-1) === '[DONE]' ? '[DONE]' : 'no [DONE]',
  },
];
