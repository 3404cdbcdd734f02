import type { Behaviour, RecordedRequest } from '../../local-baseten';
import { ERROR_ENVELOPES } from '../../test/support/error-envelopes';

/** How a request is answered, which may depend on what it holds. */
export type Fault = Behaviour | ((request: RecordedRequest) => Behaviour);

const SOON = { 'retry-after-ms': '0' };

const refusals: Record<string, Fault> = {
  'a wrong key': {},
  ...Object.fromEntries(
    Object.entries(ERROR_ENVELOPES).map(([name, { message, ...reply }]) => [
      name,
      reply,
    ]),
  ),
  ...Object.fromEntries(
    [400, 401, 402, 403, 404, 413, 422].map(status => [
      `status ${status}`,
      { status },
    ]),
  ),
};

/** Servers that repeat the headers of a request, in the words of an error. */
const echoes: Record<string, Fault> = {
  'an echo': ({ headers }) => ({
    status: 403,
    body: { error: `unknown key ${wordsOf(headers)}`, headers },
    headers: { 'x-echo': wordsOf(headers) },
  }),
  'an echo in another form': ({ headers }) => ({ status: 400, body: headers }),
  'an echo with status 200': ({ headers }) => ({
    body: { error: { message: wordsOf(headers), code: 401 } },
  }),
  'an echo in a page': ({ headers }) => ({
    body: `<html><title>${wordsOf(headers)}</title></html>`,
  }),
  'an echo in a text': ({ headers }) => ({ body: wordsOf(headers) }),
  'an echo in half a JSON text': ({ headers }) => ({
    body: `{"a": "${wordsOf(headers)}`,
  }),
  'an echo that is cut': ({ headers }) => ({
    status: 422,
    body: `${'-'.repeat(470)}${wordsOf(headers)}`,
  }),
  'an echo for a URL': ({ headers }) => ({
    status: 404,
    body: { error: `/login?${encodeURIComponent(wordsOf(headers))}` },
  }),
};

/** What servers and networks do to a chat request. */
export const CHAT_FAULTS: Record<string, Fault> = {
  ...refusals,
  ...echoes,
  'an echo in a stream': ({ headers }) => ({
    stream: { events: [{ error: { message: wordsOf(headers) } }, '[DONE]'] },
  }),
  'an echo in the place of a stream': ({ headers }) => ({
    stream: { events: wordsOf(headers) },
  }),
  'an overload': { status: 529 },
  'a cut connection': { cut: 'before-headers' },
  'a cut body': { cut: 'in-body' },
  'half a JSON text': { body: '{"choices": [' },
  'a reply without sense': { body: { choices: 5 } },
  'an event without sense': { stream: { events: ['{"a', '[DONE]'] } },
  'a page': { body: '<html><title>Sign in</title></html>' },
  'an error with status 200': { body: { error: { message: 'no', code: 401 } } },
};

/** The same for texts; the native client waits long between its retries. */
export const TEXT_FAULTS: Record<string, Fault> = {
  ...refusals,
  ...echoes,
  'a reply without sense': { body: { data: 5 } },
  'too few items': { body: { data: [] } },
  'a page': { body: '<html><title>Sign in</title></html>' },
  'an error with status 200': { body: { error: { message: 'no', code: 401 } } },
};

/** The same for sound. */
export const SOUND_FAULTS: Record<string, Fault> = {
  ...TEXT_FAULTS,
  'a cut connection': { cut: 'before-headers' },
  'a cut body': { cut: 'in-body' },
};

/** What a server says of headers: those that can hold a secret here. */
function wordsOf(headers: RecordedRequest['headers']): string {
  return [headers.authorization, headers['x-api-key'], headers['x-token']].join(
    ' ',
  );
}

/** The answer to a request, without waits between retries. */
export function answer(fault: Fault, request: RecordedRequest): Behaviour {
  const behaviour = typeof fault === 'function' ? fault(request) : fault;
  return { ...behaviour, headers: { ...behaviour.headers, ...SOON } };
}
