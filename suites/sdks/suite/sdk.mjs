/**
 * The AI SDK and the entry of this package under test, the local Baseten they
 * talk to, and what the suite has to know about the AI SDK's versions.
 */
import { after, beforeEach } from 'node:test';
import * as ai from 'ai';
import manifest from 'ai/package.json' with { type: 'json' };
import { startLocalBaseten } from '../../../local-baseten/index.js';

/** The AI SDK's major version. */
export const major = Number.parseInt(manifest.version, 10);

/**
 * The entry under test, typed as the main one: all have the same names.
 *
 * @type {typeof import('@ai-sdk/baseten')}
 */
export const { baseten, createBaseten, VERSION } = await import(
  process.env.BASETEN_ENTRY ?? '@ai-sdk/baseten'
);

/** As good as new at each test. */
export const server = await startLocalBaseten({ dimensions: 16 });
beforeEach(() => server.reset());
after(() => server.close());

/** Settings that lead to the local Baseten's Model APIs. */
export const modelAPIs = { apiKey: server.apiKey, baseURL: server.baseURL };

/** Settings that lead to the local Baseten's deployment. */
export const deployment = { apiKey: server.apiKey, modelURL: server.modelURL };

/** Takes images and thinks unless told not to. */
export const model = createBaseten(modelAPIs)(
  'deepseek-ai/DeepSeek-V4.1-Flash',
);

// Warnings are read from the results, not from the console.
Object.assign(globalThis, { AI_SDK_LOG_WARNINGS: false });

/** @returns the bodies of all requests of the test. */
export const sentBodies = () => server.requests.map(({ body }) => Object(body));

/**
 * AI SDK 5 has the details of usage under other names.
 *
 * @param {Partial<ai.LanguageModelUsage>} usage
 */
export function readUsage(usage) {
  const { inputTokens, outputTokens, totalTokens } = usage;
  const { reasoningTokens } = usage.outputTokenDetails ?? Object(usage);
  return { inputTokens, outputTokens, totalTokens, reasoningTokens };
}

/** Collects what is iterated. */
export async function collect(/** @type {AsyncIterable<unknown>} */ parts) {
  const all = [];
  for await (const part of parts) {
    all.push(Object(part));
  }
  return all;
}
