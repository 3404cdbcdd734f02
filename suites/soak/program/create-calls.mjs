// Calls of every kind, chosen by a seed, each with its right result.
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { createBaseten } from '@ai-sdk/baseten';
import {
  embed,
  embedMany,
  generateSpeech,
  rerank,
  streamText,
  transcribe,
} from 'ai';

const { ORIGIN, API_KEY: apiKey } = globalThis.process.env;
const ABORTED = 0.05;
const FAILING = 0.05;
const MOST_TEXTS = 400;
const MOST_BYTES = 100_000;
/** An aborted call is aborted after at most this time. */
const ABORT_IN_MS = 60;

/**
 * @param {{
 *   seed: number,
 *   expectations: import('../create-expectations').Expectations,
 * }} options
 */
export function createCalls({ seed, expectations }) {
  const random = createRandom(seed);
  /** @type {<T>(list: readonly T[]) => T} */
  const pick = list =>
    /** @type {never} */ (list[Math.floor(random() * list.length)]);
  const faulty = expectations.texts.filter(({ text }) => /^fault/.test(text));
  const plain = expectations.texts.filter(({ text }) => !/^fault/.test(text));
  const chat = createBaseten({ apiKey, baseURL: `${ORIGIN}/v1` })(
    'openai/gpt-oss-120b',
  );
  const [native, http] = [true, false].map(performanceClient =>
    createBaseten({
      apiKey,
      modelURL: `${ORIGIN}/environments/production/sync`,
      performanceClient,
    }),
  );
  const audio = createBaseten({
    apiKey,
    modelURL: `${ORIGIN}/environments/production/sync/v1`,
  });
  const counts = { calls: 0, aborted: 0, failed: 0, wrong: 0 };
  /** @type {string[]} */
  const problems = [];
  let number = 0;

  /** @type {Record<string, (call: Call) => Promise<{ got: unknown, wanted: unknown }>>} */
  const kinds = {
    chat: async ({ fault, abortSignal }) => {
      const wanted = `${fault?.text ?? 'number'} ${number++}`;
      /** @type {unknown} */
      let failure;
      const { textStream } = streamText({
        model: chat,
        prompt: `Say "${wanted}".`,
        abortSignal,
        onError: ({ error }) => {
          failure = error;
        },
      });
      let got = '';
      for await (const piece of textStream) got += piece;
      abortSignal.throwIfAborted();
      if (failure != null) throw failure;
      return { got, wanted };
    },
    'embed one': async ({ provider, fault, abortSignal }) => {
      const { text, vector } = fault ?? pick(plain);
      const { embedding } = await embed({
        model: provider.embeddingModel(),
        value: text,
        abortSignal,
      });
      return { got: embedding, wanted: vector };
    },
    'embed many': async ({ provider, fault, abortSignal }) => {
      const wanted = Array.from(
        { length: 1 + Math.floor(random() * MOST_TEXTS) },
        () => pick(plain),
      );
      if (fault != null) wanted[Math.floor(random() * wanted.length)] = fault;
      const { embeddings } = await embedMany({
        model: provider.embeddingModel(),
        values: wanted.map(({ text }) => text),
        abortSignal,
      });
      return { got: embeddings, wanted: wanted.map(({ vector }) => vector) };
    },
    rerank: async ({ provider, abortSignal }) => {
      const { query, documents, order } = pick(expectations.rankings);
      const { ranking } = await rerank({
        model: provider.rerankingModel(),
        query,
        documents,
        abortSignal,
      });
      return {
        got: ranking.map(({ originalIndex }) => originalIndex),
        wanted: order,
      };
    },
    speech: async ({ abortSignal }) => {
      const { text, digest } = pick(expectations.sounds);
      const { audio: sound } = await generateSpeech({
        model: audio.speechModel(),
        text,
        abortSignal,
      });
      return {
        got: createHash('sha256').update(sound.uint8Array).digest('hex'),
        wanted: digest,
      };
    },
    transcription: async ({ abortSignal }) => {
      const bytes = 1 + Math.floor(random() * MOST_BYTES);
      const { text } = await transcribe({
        model: audio.transcriptionModel(),
        audio: new Uint8Array(bytes),
        abortSignal,
      });
      return { got: text, wanted: `This is a sound of ${bytes} bytes.` };
    },
  };

  return {
    counts,
    problems,

    /**
     * Makes the next call and judges what comes of it. Never throws.
     *
     * @param {AbortSignal} sharedSignal goes to calls that are not aborted
     */
    makeOne: async sharedSignal => {
      const kind = pick(Object.keys(kinds));
      const provider = pick([native, http]);
      const fault = random() < FAILING ? pick(faulty) : undefined;
      const aborts = random() < ABORTED;
      const abortSignal = aborts
        ? AbortSignal.timeout(Math.floor(random() * ABORT_IN_MS))
        : sharedSignal;
      counts.calls += 1;
      try {
        const { got, wanted } = await /** @type {any} */ (kinds)[kind]({
          provider,
          fault,
          abortSignal,
        });
        if (!isDeepStrictEqual(got, wanted)) {
          counts.wrong += 1;
          problems.push(`${kind}: a wrong result`);
        }
      } catch (error) {
        const { name, message } = Object(error);
        // The AI SDK has an error of its own for an abort between two attempts.
        const isAborted = aborts && /^(Timeout|Abort)Error$/.test(name);
        const isExpected =
          isAborted ||
          (fault != null && /^AI_(APICall|Retry)Error$/.test(name));
        if (isAborted) counts.aborted += 1;
        else counts.failed += 1;
        if (!isExpected) {
          counts.wrong += 1;
          problems.push(`${kind}: ${name}: ${message}`.slice(0, 300));
        }
      }
    },
  };
}

/**
 * @typedef {{
 *   provider: import('@ai-sdk/baseten').BasetenProvider,
 *   fault: { text: string, vector: number[] } | undefined,
 *   abortSignal: AbortSignal,
 * }} Call
 */

/**
 * @param {number} seed
 * @returns {() => number}
 */
function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
