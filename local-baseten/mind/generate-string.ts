import type { JsonSchema } from './chat-request';

/**
 * Makes a text fit a string schema: its format, pattern and lengths.
 *
 * @param serial Tells apart the strings of one answer where a format leaves
 *   nothing of the text.
 */
export function fitString(
  text: string,
  schema: JsonSchema,
  serial: number,
): string {
  const { format, pattern } = schema;
  const candidates = [text, ...samples(serial)];
  if (typeof format === 'string') {
    const fits = FORMATS[format];
    const match = fits && candidates.find(candidate => fits.test(candidate));
    if (match !== undefined && matches(match, pattern)) return match;
  }
  if (typeof pattern === 'string') {
    return candidates.find(candidate => matches(candidate, pattern)) ?? text;
  }
  return fitLength(text, schema);
}

const FORMATS: Record<string, RegExp> = {
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  time: /^\d\d:\d\d:\d\d$/,
  duration: /^P(?:\d+[YMWD])*(?:T(?:\d+[HMS])+)?$/,
  email: /^[\w.+-]+@[\w-]+\.[\w.]+$/,
  hostname: /^[a-z\d-]+(?:\.[a-z\d-]+)+$/,
  ipv4: /^\d+(?:\.\d+){3}$/,
  ipv6: /^[\da-f]*(?::[\da-f]*){2,7}$/,
  uri: /^https?:\/\/\S+$/,
  uuid: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/,
};

function samples(serial: number): string[] {
  const day = String(((serial - 1) % 28) + 1).padStart(2, '0');
  return [
    `2026-11-${day}`,
    `2026-11-${day}T12:00:00Z`,
    `2026-11-${day}T12:00:00.000Z`,
    `12:${day}:00`,
    `12:${day}`,
    'PT1H',
    `person${serial}@example.com`,
    `192.0.2.${serial}`,
    '2001:db8::1',
    `https://example.com/${serial}`,
    `00000000-0000-4000-8000-${serial.toString(16).padStart(12, '0')}`,
    'example.com',
    ...['0', '00', '000', '0000', '00000', '+15550100', '555-0100'],
    ...['a', 'A', 'ab', 'AB', 'abc', 'ABC', 'ABCD', 'a1', 'A1', 'ABC-123'],
    ...['#336699', 'en', 'en-US', 'example', 'Example', 'example-slug', ''],
  ];
}

function matches(text: string, pattern: unknown): boolean {
  return typeof pattern !== 'string' || new RegExp(pattern, 'u').test(text);
}

function fitLength(text: string, schema: JsonSchema): string {
  const { minLength, maxLength } = schema;
  let fitted = text;
  if (typeof minLength === 'number' && fitted.length < minLength) {
    fitted = fitted.padEnd(minLength, ` ${text || 'text'}`);
  }
  return typeof maxLength === 'number' ? fitted.slice(0, maxLength) : fitted;
}
