// A user's route handler: the provider stands at module level.
import { createBaseten } from '@ai-sdk/baseten';
import { embedMany, rerank, streamText } from 'ai';
import { API_KEY, ORIGIN } from './connection.mjs';

const provider = createBaseten({
  apiKey: API_KEY,
  baseURL: `${ORIGIN}/v1`,
  modelURL: `${ORIGIN}/environments/production/sync`,
});
const chat = createBaseten({ apiKey: API_KEY, baseURL: `${ORIGIN}/v1` });

/** @type {Record<string, (work: Work) => Promise<Response>>} */
const ANSWERS = {
  '/embed': async ({ name, texts, abortSignal }) => {
    const { embeddings } = await embedMany({
      model: provider.embeddingModel(),
      values: nameTexts(name, texts),
      abortSignal,
    });
    return Response.json({
      count: embeddings.length,
      first: embeddings[0],
      last: embeddings.at(-1),
    });
  },
  '/rerank': async ({ name, texts, abortSignal }) => {
    const { ranking } = await rerank({
      model: provider.rerankingModel(),
      query: `${name} ${texts - 1}`,
      documents: nameTexts(name, texts),
      abortSignal,
    });
    return Response.json({
      count: ranking.length,
      best: ranking[0]?.originalIndex,
    });
  },
  '/chat': async ({ name, abortSignal }) =>
    streamText({
      model: chat('openai/gpt-oss-120b'),
      prompt: `Say "${name}".`,
      abortSignal,
      onError: () => {},
    }).toTextStreamResponse(),
};

/**
 * Answers `/embed`, `/rerank` and `/chat` with the parameters `name`, `texts`,
 * `signal` (pass the request's signal on) and `reply`: `after` the call,
 * `before` it while `waitUntil` has it, or `abandoned`.
 *
 * @typedef {{ name: string, texts: number, abortSignal: AbortSignal | undefined }} Work
 * @param {Request} request
 * @param {(work: Promise<unknown>) => void} waitUntil
 * @returns {Promise<Response>}
 */
export async function handleRequest(request, waitUntil) {
  const { pathname, searchParams } = new URL(request.url);
  const answer = ANSWERS[pathname.replace('/api', '')];
  if (answer == null) return new Response('ready');

  const work = answer({
    name: searchParams.get('name') ?? '',
    texts: Number(searchParams.get('texts') ?? 1),
    abortSignal: searchParams.has('signal') ? request.signal : undefined,
  });
  const reply = searchParams.get('reply') ?? 'after';
  if (reply === 'after') {
    try {
      return await work;
    } catch (error) {
      return new Response(String(error), { status: 500 });
    }
  }
  const settled = work.catch(() => {});
  if (reply === 'before') waitUntil(settled);
  return new Response('accepted');
}

/**
 * @param {string} name
 * @param {number} count
 */
function nameTexts(name, count) {
  return Array.from({ length: count }, (_, index) => `${name} ${index}`);
}
