// What a user's test does with fake timers, the same in every test runner.
import { appendFileSync } from 'node:fs';
import process from 'node:process';
import { embed, embedMany, generateText, rerank } from 'ai';

const {
  ORIGIN: origin = '',
  API_KEY: apiKey = '',
  IMPORTED: imported = '',
  TRANSPORT: transport = '',
  REPORT: report = '',
} = process.env;
const { setTimeout: wait } = globalThis;
const MANY = Array.from({ length: 1500 }, (_, index) => `text ${index}`);
const LIMIT_IN_MS = 4000;

/**
 * Makes calls while timers are faked and afterwards, and writes down which of
 * them were answered.
 *
 * @param {{ fake: () => void, restore: () => void }} timers
 */
export async function exercise({ fake, restore }) {
  if (imported === 'before') await import('@ai-sdk/baseten');
  fake();
  const { createBaseten } = await import('@ai-sdk/baseten');
  const provider = createBaseten({
    apiKey,
    modelURL: `${origin}/environments/production/sync`,
    performanceClient: transport === 'native',
  });
  const model = provider.embeddingModel();
  const embedMost = () => embedMany({ model, values: MANY, maxRetries: 0 });
  const embedOne = (value = 'one') => embed({ model, value, maxRetries: 0 });

  const faked = {
    // Some runners fake what sockets themselves need.
    fetch: await isAnswered(fetch(origin)),
    'one text': await isAnswered(embedOne()),
    '1,500 texts': await isAnswered(embedMost()),
    // Its retries wait for timers that nobody moves on.
    unavailable: await isAnswered(embedOne('unavailable')),
  };
  restore();
  const later = {
    'one text': await isAnswered(embedOne()),
    '1,500 texts': await isAnswered(embedMost()),
    rerank: await isAnswered(
      rerank({
        model: provider.rerankingModel(),
        query: 'one',
        documents: MANY,
      }),
    ),
    chat: await isAnswered(
      generateText({
        model: createBaseten({ apiKey, baseURL: `${origin}/v1` })(
          'openai/gpt-oss-120b',
        ),
        prompt: 'Say "hello".',
      }),
    ),
  };
  appendFileSync(report, JSON.stringify({ faked, later }));
}

/**
 * @param {PromiseLike<unknown>} call
 * @returns {Promise<string>} `yes`, `no`, or the error
 */
async function isAnswered(call) {
  const timeout = new Promise(resolve =>
    wait(() => resolve('no'), LIMIT_IN_MS),
  );
  const answer = Promise.resolve(call).then(
    () => 'yes',
    error => String(error).slice(0, 80),
  );
  return String(await Promise.race([answer, timeout]));
}
