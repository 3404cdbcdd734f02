import type { LanguageModelV4 } from '@ai-sdk/provider';
import { Agent } from 'undici';
import { afterAll, describe, expect, it } from 'vitest';
import type { Behaviour } from '../../local-baseten';
import { createBaseten } from '../../src';
import { useLocalBaseten } from '../support/use-local-baseten';
import { byEachEntry } from './support/entries';

const server = await useLocalBaseten();
const { apiKey, baseURL } = server;

const LIMIT = 200;
const PATIENT = 60_000;
const agents: Agent[] = [];
afterAll(() => Promise.all(agents.map(agent => agent.destroy())));

/** By the recipe of the documentation, with another limit. */
function createModel(limit: number): LanguageModelV4 {
  const dispatcher = new Agent({ headersTimeout: limit, bodyTimeout: limit });
  agents.push(dispatcher);
  return createBaseten({
    apiKey,
    baseURL,
    fetch: (input, init) => fetch(input, Object.assign({ dispatcher }, init)),
  })('zai-org/GLM-5.2');
}

const QUESTION = {
  prompt: [
    {
      role: 'user' as const,
      content: [{ type: 'text' as const, text: 'Count from 1 to 5' }],
    },
  ],
};

// undici looks at its clock about once in a second.
const SLOW: Behaviour = { delayMilliseconds: 1500 };

/** What every entry gives, all asked at once. */
function askAll(limit: number, stream: boolean) {
  return Promise.all(
    byEachEntry(createModel(limit)).map(({ ask }) => ask(QUESTION, stream)),
  );
}

describe('a reply that Node waits for no longer', () => {
  it.each<[words: string, stream: boolean, behaviour: Behaviour]>([
    ['Headers Timeout Error', false, SLOW],
    ['Headers Timeout Error', true, SLOW],
    ['Body Timeout Error', false, { hang: 'in-body' }],
    ['Body Timeout Error', true, { hang: 'in-body' }],
  ])(
    'is an error that names the limit: %s, streamed: %s',
    async (words, stream, behaviour) => {
      server.behave(() => behaviour);

      for (const { errors, toolCalls } of await askAll(LIMIT, stream)) {
        expect(toolCalls).toEqual([]);
        expect(errors).toMatchObject([
          {
            name: 'AI_APICallError',
            message: `Expected ${baseURL}/chat/completions to answer within the time that fetch waits (300 seconds in Node.js), got nothing: ${words}. Stream, or pass a fetch that waits longer.`,
            isRetryable: false,
          },
        ]);
      }
    },
  );

  it.each([false, true])(
    'is an answer with a fetch that waits longer, streamed: %s',
    async stream => {
      server.behave(() => SLOW);

      for (const { text, errors } of await askAll(PATIENT, stream)) {
        expect({ text, errors }).toEqual({ text: '1, 2, 3, 4, 5', errors: [] });
      }
    },
  );
});
