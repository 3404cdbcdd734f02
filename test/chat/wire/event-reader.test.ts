import { describe, expect, it } from 'vitest';
import { createEventReader } from '../../../src/chat/wire/event-reader';

const encoder = new TextEncoder();

/** Reads a body that arrives in the given pieces. */
function read(pieces: readonly Uint8Array[]) {
  const events: string[] = [];
  const cutEvents: string[] = [];
  const strayTexts: string[] = [];
  let overflows = 0;
  const reader = createEventReader({
    onData: (data, isCut) => (isCut ? cutEvents : events).push(data),
    onStrayText: text => strayTexts.push(text),
    onOverflow: () => {
      overflows += 1;
    },
  });
  for (const piece of pieces) reader.push(piece);
  reader.end();
  return { events, cutEvents, strayTexts, overflows };
}

/** Reads it whole and byte by byte, which must be the same. */
function readText(text: string) {
  const bytes = encoder.encode(text);
  const whole = read([bytes]);
  const inBytes = read(Array.from(bytes, (_, at) => bytes.slice(at, at + 1)));
  expect(inBytes).toEqual(whole);
  return whole;
}

describe('the form of events', () => {
  const event = '{"content":"äöü 🌍"}';
  const forms = {
    'a space after the colon': `data: ${event}\n\n`,
    'no space after the colon': `data:${event}\n\n`,
    'lines that end with CR LF': `data: ${event}\r\n\r\n`,
    'an event name, an id and a comment': `event: x\nid: 1\n: hi\ndata: ${event}\n\n`,
    'fields that nobody knows': `data: ${event}\nx-field: 1\n\n`,
    'a byte order mark': `\uFEFFdata: ${event}\n\n`,
  };

  it.each(Object.entries(forms))('may be %s', (_name, form) => {
    expect(readText(form)).toEqual({
      events: [event],
      cutEvents: [],
      strayTexts: [],
      overflows: 0,
    });
  });

  it.each([`data: ${event}`, `data: ${event}\n`, `data: ${event}\r\r`])(
    'may lack the end of its last event, as %j',
    form => {
      expect(readText(form)).toMatchObject({
        events: [],
        cutEvents: [event],
        strayTexts: [],
      });
    },
  );

  it('may be several data lines', () => {
    expect(readText('data: {\ndata: "a":1}\n\n').events).toEqual(['{\n"a":1}']);
  });
});

describe('what is no event', () => {
  it.each([
    '{"error":"gone"}',
    '<html>\n<title>502 Bad Gateway</title>\n</html>',
    'upstream connect error or disconnect/reset before headers. reset reason: overflow',
    'Error: gone',
    'error: gone',
  ])('is passed on in its place, such as %j', text => {
    expect(readText(`data: 1\n\n${text}\ndata: [DONE]\n\n`)).toEqual({
      events: ['1', '[DONE]'],
      cutEvents: [],
      strayTexts: [text],
      overflows: 0,
    });
    expect(readText(text).strayTexts).toEqual([text]);
  });

  it.each(['d', 'da', 'data', 'event', 'id', 'retr', ': comm'])(
    'is not %j at the end, which is a field that was cut',
    text => {
      expect(readText(`data: 1\n\n${text}`)).toMatchObject({
        events: ['1'],
        strayTexts: [],
      });
    },
  );
});
