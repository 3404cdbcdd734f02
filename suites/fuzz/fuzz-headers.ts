import { isDeepStrictEqual } from 'node:util';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { LocalBaseten } from '../../local-baseten';
import { createBaseten } from '../../src';
import type { Draw } from './draw';
import type { Verdict } from './fuzzer';

const NAMES = [
  ...['x-own', 'X-Own', 'X-Api-Key', 'Accept-Language', 'cookie', 'x-Ünicode'],
  ...['Authorization', 'constructor', 'x-trace!#', 'x own', 'baggage'],
] as const;
const VALUES = [
  ...['a', 'a b', ' a ', '', 'Bearer other-key', 'é', 'a,b;c="d"', '5'],
  ...['漢', 'line\nbreak', '\u0000'],
] as const;

/** The connection's own, and the user agent, which names the package. */
const OWN = ['connection', 'content-length', 'host', 'user-agent'];

/**
 * Headers of settings and call as they arrive at a server, against those of
 * plain openai-compatible.
 */
export async function fuzzHeaders(
  draw: Draw,
  local: LocalBaseten,
): Promise<Verdict> {
  const [settings, call] = [drawHeaders(draw), drawHeaders(draw)];
  const { apiKey, baseURL } = local;
  const given = { apiKey, baseURL, headers: settings };
  const ours = await findSent(createBaseten(given)('any'), call, local);
  const plain = await findSent(
    createOpenAICompatible({ ...given, name: 'baseten' })('any'),
    call,
    local,
  );
  return isDeepStrictEqual(ours, plain)
    ? { kind: 'same' }
    : { kind: 'wrong', details: { settings, call, ours, plain } };
}

/** No name twice: which of the two wins would depend on the order of keys. */
function drawHeaders(draw: Draw): Record<string, string> {
  const pairs = Array.from(
    { length: draw.number(0, 3) },
    () => [draw.pick(NAMES), draw.pick(VALUES)] as const,
  );
  return Object.fromEntries(
    new Map(pairs.map(pair => [pair[0].toLowerCase(), pair])).values(),
  );
}

/** What arrives; `undefined` if nothing does. */
async function findSent(
  model: LanguageModelV4,
  headers: Record<string, string>,
  local: LocalBaseten,
): Promise<Record<string, string> | undefined> {
  local.reset();
  local.behave(() => ({ status: 400, body: { error: 'no' } }));
  await model
    .doGenerate({
      prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }],
      headers,
    })
    .then(undefined, () => {});
  const [request] = local.requests;
  return (
    request &&
    Object.fromEntries(
      Object.entries(request.headers).filter(([name]) => !OWN.includes(name)),
    )
  );
}
