import { describe, expect, it } from 'vitest';
import {
  repairChatStream,
  type StreamEnding,
} from '../../src/chat/repair-chat-stream';
import { captureError } from '../support/capture-error';
import { chunk, eventStream, finish, toolCalls } from './support/chunks';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A body that arrives in the given pieces and may end with an error. */
function bodyOf(
  pieces: ReadonlyArray<string | Uint8Array>,
  error?: unknown,
): ReadableStream<Uint8Array> {
  const rest = pieces.map(piece =>
    typeof piece === 'string' ? encoder.encode(piece) : piece,
  );
  return new ReadableStream(
    {
      pull(controller) {
        const piece = rest.shift();
        if (piece !== undefined) controller.enqueue(piece);
        else if (error !== undefined) controller.error(error);
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

async function repair(
  pieces: ReadonlyArray<string | Uint8Array>,
  error?: unknown,
) {
  const ending: StreamEnding = {};
  const repaired: Uint8Array[] = [];
  for await (const piece of repairChatStream(bodyOf(pieces, error), ending)) {
    repaired.push(piece);
  }
  const text = repaired.map(piece => decoder.decode(piece)).join('');
  return { repaired, text, ending };
}

const CALL = { name: 'weather', arguments: '{"city":"Paris"}' };

describe('an ordinary stream', () => {
  it('is passed on as the very bytes that came', async () => {
    const pieces = [
      eventStream([chunk({ content: 'a' }), chunk({ tool_calls: [] })]),
      ': a comment\n\nevent: chunk\ndata: {}\n\n',
      eventStream([finish('stop'), '[DONE]']),
    ].map(piece => encoder.encode(piece));
    const { repaired } = await repair(pieces);

    expect(repaired).toHaveLength(pieces.length);
    for (const [place, piece] of pieces.entries()) {
      expect(repaired[place]).toBe(piece);
    }
  });

  it('is passed on when text only looks like something to repair', async () => {
    const piece = encoder.encode(
      eventStream([
        chunk({ content: '"tool_calls":[{"function":{"x_tokens":"1"}}]' }),
        { type: 'function', error_count: 0, x_tokens: 'five' },
      ]),
    );
    expect((await repair([piece])).repaired).toEqual([piece]);
  });

  it('is passed on event by event when it comes in other pieces', async () => {
    const [first = '', second = ''] = [
      chunk({ content: 'äöü' }),
      finish('stop'),
    ].map(event => eventStream([event]));
    const bytes = encoder.encode(first + second);
    const { repaired } = await repair(
      Array.from(bytes, (_, at) => bytes.slice(at, at + 1)),
    );

    expect(repaired.map(piece => decoder.decode(piece))).toEqual([
      first,
      second,
    ]);
  });

  it('is not read before someone asks', () => {
    const body = bodyOf(['data: {}\n\n']);
    let isAsked = false;
    const watched = new ReadableStream<Uint8Array>(
      {
        pull() {
          isAsked = true;
        },
      },
      { highWaterMark: 0 },
    );
    repairChatStream(watched, {});
    repairChatStream(body, {});

    expect(isAsked).toBe(false);
  });
});

describe('the form of events', () => {
  const event = JSON.stringify(toolCalls({ index: 0, function: CALL }));
  const forms = {
    'a space after the colon': `data: ${event}\n\n`,
    'no space after the colon': `data:${event}\n\n`,
    'lines that end with CR LF': `data: ${event}\r\n\r\n`,
    'lines that end with CR': `data: ${event}\r\r`,
    'an event name, an id and a comment': `event: x\nid: 1\n: hi\ndata: ${event}\n\n`,
    'several data lines': `data: {\ndata: ${event.slice(1)}\n\n`,
    'no line end at the end of the stream': `data: ${event}`,
    'one line end at the end of the stream': `data: ${event}\n`,
  };

  it.each(Object.entries(forms))('may be %s', async (_name, form) => {
    const whole = encoder.encode(form);
    const { text } = await repair([whole]);
    const pieces = Array.from(whole, (_, at) => whole.slice(at, at + 1));

    expect(JSON.parse(text.replace(/^data: /, ''))).toMatchObject({
      choices: [{ delta: { tool_calls: [{ index: 0, type: 'function' }] } }],
    });
    expect(text.endsWith('\n\n')).toBe(true);
    expect((await repair(pieces)).text).toBe(text);
  });

  it('leaves out half an event at the end', async () => {
    const { text, ending } = await repair([`data: ${event.slice(0, -1)}`]);

    expect(text).toBe('');
    expect(ending).toEqual({});
  });
});

describe('[DONE]', () => {
  it.each([
    'data: [DONE]\n\n',
    'data:[DONE]\n\n',
    'data: [DONE]\r\n\r\n',
    'data: [DONE]',
  ])('is noted as %j', async form => {
    const bytes = encoder.encode(eventStream([chunk({ content: 'a' })]) + form);
    const pieces = Array.from(bytes, (_, at) => bytes.slice(at, at + 1));

    expect((await repair([bytes])).ending.isDone).toBe(true);
    expect((await repair(pieces)).ending.isDone).toBe(true);
  });

  it.each([
    eventStream([chunk({ content: '[DONE]' })]),
    'data: [DON',
    ': [DONE]\n\n',
  ])('is not noted as %j', async form => {
    expect((await repair([form])).ending.isDone).toBeUndefined();
  });
});

describe('the end of a stream', () => {
  it('brings the calls that were held back', async () => {
    const { text } = await repair([
      eventStream([
        toolCalls({ index: 0, id: 'a', function: { name: 'now' } }),
        finish('tool_calls'),
        '[DONE]',
      ]),
    ]);
    const last = text.split('\n\n').at(-2) ?? '';

    expect(JSON.parse(last.replace('data: ', ''))).toEqual({
      choices: [
        {
          delta: {
            tool_calls: [
              {
                index: 0,
                id: 'a',
                type: 'function',
                function: { name: 'now', arguments: '{}' },
              },
            ],
          },
        },
      ],
    });
  });

  it('is one, and noted, when the connection breaks', async () => {
    const error = new TypeError('terminated');
    const { text, ending } = await repair(['data: {}\n\n'], error);

    expect(text).toBe('data: {}\n\n');
    expect(ending.brokenBy).toBe(error);
  });

  it('is an abort when that ends the stream', async () => {
    const error = new DOMException('stopped', 'AbortError');
    const thrown = await captureError(() => repair(['data: {}\n\n'], error));

    expect(thrown).toBe(error);
  });

  it('makes an event of an error that is no event stream', async () => {
    const body = '{"error":"the model is not ready"}';

    expect((await repair([body])).text).toBe(`data: ${body}\n\n`);
    expect((await repair(['{"choices":[]}'])).text).toBe('');
    expect((await repair(['<html>'])).text).toBe('');
  });
});

it('cancels the body when it is cancelled', async () => {
  let reason: unknown;
  const body = new ReadableStream<Uint8Array>({
    cancel(given) {
      reason = given;
    },
  });
  await repairChatStream(body, {}).cancel('enough');

  expect(reason).toBe('enough');
});
