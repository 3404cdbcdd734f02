import { parseErrorBody } from '../../../src/errors/parse-error-body';
import type { Fact, ProbeReply } from '../fact';
import { ask, CHEAP_MODEL } from './chat-requests';

const kind = 'Model APIs';
const PROBE = ask(CHEAP_MODEL, { max_tokens: 16 });

function see({ status, text }: ProbeReply): string {
  return `${status} ${parseErrorBody(text).message}`;
}

/** The status, and whether the package finds words in the body. */
export function seeRefusal({ status, text }: ProbeReply): string {
  const { data } = parseErrorBody(text);
  const words = data?.error.message ? 'a message' : 'no message';
  return status < 400 ? `${status}` : `${status} and ${words}`;
}

/** What is refused, and in which words. */
export const REFUSALS: Fact[] = [
  {
    name: 'a wrong key',
    expected: '403 please check the api-key you provided',
    source: 'recorded',
    kind,
    probes: [{ ...PROBE, headers: { authorization: 'Bearer wrong' } }],
    see,
  },
  {
    name: 'a wrong key as Api-Key',
    expected: '403 please check the api-key you provided',
    source: 'inferred',
    kind,
    probes: [{ ...PROBE, headers: { authorization: 'Api-Key wrong' } }],
    see,
  },
  {
    name: 'an empty key',
    expected: '502 and no message',
    source: 'third party',
    kind,
    probes: [{ ...PROBE, headers: { authorization: 'Bearer ' } }],
    see: seeRefusal,
  },
  {
    name: 'an unknown model',
    expected: '404 please check the model you provided',
    source: 'third party',
    kind,
    probes: [ask('no/such-model', { max_tokens: 16 })],
    see,
  },
  {
    name: 'a body that is no JSON',
    expected: '400 Invalid request body',
    source: 'documented',
    kind,
    probes: [{ path: '/chat/completions', body: '{' }],
    see,
  },
  {
    name: 'a JSON schema without a name',
    expected: '400 and a message',
    source: 'recorded',
    kind,
    probes: [
      ask(CHEAP_MODEL, {
        max_tokens: 16,
        response_format: {
          type: 'json_schema',
          json_schema: { name: '', schema: { type: 'object' } },
        },
      }),
    ],
    see: seeRefusal,
  },
  {
    name: 'a stream that is refused',
    expected: 'application/json, 400 and a message',
    source: 'recorded',
    kind,
    probes: [
      ask(CHEAP_MODEL, { max_tokens: 16, stream: true, temperature: 99 }),
    ],
    see: reply => `${typeOf(reply)}, ${seeRefusal(reply)}`,
  },
  {
    name: 'the role "developer"',
    source: 'third party: 400 at one gateway',
    kind,
    probes: [
      ask(CHEAP_MODEL, { max_tokens: 16 }, [
        { role: 'developer', content: 'Be brief.' },
        { role: 'user', content: 'Hi' },
      ]),
    ],
    see: seeRefusal,
  },
];

/** The content type without parameters. */
export function typeOf({ headers }: ProbeReply): string {
  return (headers.get('content-type') ?? 'none').replace(/;.*/s, '');
}
