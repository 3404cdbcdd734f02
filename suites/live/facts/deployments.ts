import type { Fact, Kind, Probe } from '../fact';
import { readList } from '../read-value';
import { ask } from './chat-requests';
import { DECIDED } from './decisions';
import { AS_NUMBERS } from './embeddings';
import { seeRefusal } from './refusals';
import { RANKED } from './reranking';
import { readEvents } from './streams';

/** What holds of the URLs of deployments, whatever runs there. */
function factsOfUrls(kind: Kind, probe: Probe): Fact[] {
  return [
    {
      name: `${kind}: HTTP version of the host`,
      expected: 'HTTP/2',
      source: 'inferred',
      kind,
      probes: [probe],
      see: ({ isHttp2 }) => (isHttp2 ? 'HTTP/2' : 'HTTP/1.1 only'),
    },
    {
      name: `${kind}: a wrong key`,
      expected: '401 or 403',
      source: 'documented',
      kind,
      probes: [{ ...probe, headers: { authorization: 'Bearer wrong' } }],
      see: ({ status }) =>
        status === 401 || status === 403 ? '401 or 403' : String(status),
    },
    {
      name: `${kind}: /sync of the bare host`,
      expected: '200',
      source: 'documented by the AI SDK, not by Baseten',
      kind,
      probes: [{ ...probe, toBareHost: true }],
      see: seeRefusal,
    },
  ];
}

const SERVED: Probe = { path: '/v1/models' };
const chat = ask('placeholder', { max_tokens: 64 }, 'Say hello!');
const PROMPT = { ...chat, path: '/v1/chat/completions' };

/** Deployments in general, and chat with them. */
export const DEPLOYMENTS: Fact[] = [
  ...factsOfUrls('chat', SERVED),
  ...factsOfUrls('embeddings', AS_NUMBERS),
  ...factsOfUrls('reranking', RANKED),
  ...factsOfUrls('decisions', DECIDED),
  {
    name: 'chat: the name of the model',
    expected: 'any is taken',
    source: "documented of Baseten's engines; vLLM answers 404",
    kind: 'chat',
    probes: [PROMPT],
    see: ({ status, text }) =>
      status === 200 ? 'any is taken' : `${status} ${text.slice(0, 80)}`,
  },
  {
    name: 'chat: served names',
    expected: 'listed',
    source: 'documented',
    kind: 'chat',
    probes: [SERVED],
    see: ({ status, json }) =>
      readList(json, 'data').length > 0 ? 'listed' : String(status),
  },
  {
    name: 'chat: last event of a stream',
    expected: '[DONE]',
    source: 'documented',
    kind: 'chat',
    probes: [{ ...PROMPT, body: { ...Object(PROMPT.body), stream: true } }],
    see: reply => (readEvents(reply).at(-1) ?? `${reply.status}`).slice(0, 40),
  },
  {
    name: 'chat: a body without messages',
    expected: '400 and a message',
    source: 'inferred',
    kind: 'chat',
    probes: [{ path: '/v1/chat/completions', body: { model: 'placeholder' } }],
    see: seeRefusal,
  },
];
