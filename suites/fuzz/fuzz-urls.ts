import { AISDKError } from '@ai-sdk/provider';
import { createBaseten } from '../../src';
import type { Draw } from './draw';
import type { Verdict } from './fuzzer';

const PLACES = [
  'https://model-abc.api.baseten.co',
  'https://model-abc.api.baseten.co/production',
  'https://model-abc.api.baseten.co/environments/staging',
  'https://model-abc.api.baseten.co/deployment/q1w2e3r4',
  'http://127.0.0.1:8080',
  'http://[::1]:80/a/b',
  'HTTPS://Proxy.Example.com/ü/%20',
] as const;

/** Ends of URLs, and the kinds of model that docs/dedicated-models.md allows. */
const ENDS = [
  ['/sync/v1', 'chat embeddings'],
  ['/sync/v1/chat/completions', 'chat embeddings'],
  ['/sync/v1/embeddings', 'chat embeddings'],
  ['/sync', 'embeddings'],
  ['/sync/rerank', 'embeddings'],
  ['/predict', ''],
  ['/run_remote', ''],
  ['/v1', ''],
  ['', ''],
  ['/sync/v2', ''],
  ['/resync', ''],
  ['/async/v1', ''],
  ['/SYNC', ''],
] as const;

/** What makes any URL one that is refused. */
const SPOILS: ReadonlyArray<(url: string) => string> = [
  url => `${url}?a=1`,
  url => `${url}#a`,
  url => `"${url}"`,
  url => url.replace('://', '://user:word@'),
  url => url.replace(/^\w+:\/\//, ''),
  url => url.replace('//', '// '),
  () => 'https://',
];

/** Where requests for a `modelURL` go, against what the parts of it say. */
export async function fuzzURLs(draw: Draw): Promise<Verdict> {
  const kind = draw.pick(['chat', 'embeddings']);
  const place = draw.pick(PLACES);
  const [end, kinds] = draw.pick(ENDS);
  const isSpoiled = draw.chance(0.2);
  const whole = `${place}${end}${'/'.repeat(draw.number(0, 2))}`;
  const modelURL = isSpoiled
    ? draw.pick(SPOILS)(whole)
    : `${' '.repeat(draw.number(0, 1))}${whole}`;

  const path = kind === 'chat' ? 'chat/completions' : 'embeddings';
  const expected =
    isSpoiled || !kinds.includes(kind)
      ? 'refused'
      : new URL(`${place}/sync/v1/${path}`).href;
  const got = await findTarget(modelURL, kind);

  return expected === got
    ? { kind: 'same' }
    : { kind: 'wrong', details: { kind, modelURL, expected, got } };
}

async function findTarget(modelURL: string, kind: string): Promise<string> {
  let target = 'none';
  const provider = createBaseten({
    apiKey: 'key',
    modelURL,
    performanceClient: false,
    fetch: async input => {
      target = String(input);
      return new Response('{"error": "no"}', { status: 400 });
    },
  });
  try {
    await (kind === 'chat'
      ? provider('any').doGenerate({ prompt: [] })
      : provider.embeddingModel('any').doEmbed({ values: ['a'] }));
  } catch (error) {
    if (target === 'none' && AISDKError.isInstance(error)) return 'refused';
  }
  return target;
}
