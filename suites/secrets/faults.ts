import type { Behaviour } from '../../local-baseten';
import { ERROR_ENVELOPES } from '../../test/support/error-envelopes';

const SOON = { 'retry-after-ms': '0' };

const refusals: Record<string, Behaviour> = {
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

/** What servers and networks do to a chat request. */
export const CHAT_FAULTS: Record<string, Behaviour> = {
  ...refusals,
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
export const TEXT_FAULTS: Record<string, Behaviour> = {
  ...refusals,
  'a reply without sense': { body: { data: 5 } },
  'too few items': { body: { data: [] } },
  'a page': { body: '<html><title>Sign in</title></html>' },
  'an error with status 200': { body: { error: { message: 'no', code: 401 } } },
};

/** Spares the waits between retries. */
export function soon(fault: Behaviour): Behaviour {
  return { ...fault, headers: SOON };
}
