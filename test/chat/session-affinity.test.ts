import { generateText, isStepCount, type ModelMessage, tool } from 'ai';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod/v4';
import { startLocalBaseten } from '../../local-baseten';
import { type BasetenProviderSettings, createBaseten } from '../../src';
import { createBaseten as createBaseten6 } from '../../src/ai-sdk-6';
import { captureError } from '../support/capture-error';
import { useLocalBaseten } from '../support/use-local-baseten';

const MODEL_ID = 'openai/gpt-oss-120b';
const HEADER = 'x-session-affinity';

const server = await useLocalBaseten();
const { apiKey, baseURL } = server;

function createModel(settings: BasetenProviderSettings, modelId = MODEL_ID) {
  return createBaseten({ apiKey, baseURL, ...settings })(modelId);
}

const sentIds = () => server.requests.map(({ headers }) => headers[HEADER]);

describe('without the setting', () => {
  it('no header is sent', async () => {
    await generateText({ model: createModel({}), prompt: 'Hi' });

    expect(sentIds()).toEqual([undefined]);
  });
});

describe("'auto'", () => {
  const model = createModel({ sessionAffinity: 'auto' });
  const talk = async (
    messages: ModelMessage[],
    { instructions = 'Be brief.', using = model } = {},
  ) => {
    await generateText({ model: using, instructions, messages });
    return sentIds().at(-1);
  };
  const FIRST: ModelMessage = { role: 'user', content: 'How tall is it?' };
  const MORE: ModelMessage[] = [
    { role: 'assistant', content: 'Very.' },
    { role: 'user', content: 'How wide?' },
  ];

  it('tells system texts apart where there is no message of a user', async () => {
    const answer: ModelMessage[] = [{ role: 'assistant', content: 'Very.' }];
    const id = await talk(answer, { instructions: 'Be brief.' });

    expect(await talk(answer, { instructions: 'Be long.' })).not.toBe(id);
  });

  it('is the same over the turns of a conversation', async () => {
    const id = await talk([FIRST]);

    expect(id).toMatch(/^[a-z\d]{6,11}$/);
    expect(await talk([FIRST, ...MORE])).toBe(id);
    // Another instance, as in another process.
    const using = createModel({ sessionAffinity: 'auto' });
    expect(await talk([FIRST], { using })).toBe(id);
  });

  it('is the same over the steps of a tool loop', async () => {
    await generateText({
      model,
      prompt: 'What is the weather in Lisbon?',
      tools: {
        weather: tool({
          inputSchema: z.object({ city: z.string() }),
          execute: ({ city }) => ({ city, celsius: 21 }),
        }),
      },
      stopWhen: isStepCount(3),
    });

    expect(sentIds().length).toBeGreaterThan(1);
    expect(new Set(sentIds()).size).toBe(1);
    expect(sentIds()[0]).toBeDefined();
  });

  it('differs by model, system text and first message', async () => {
    const using = createModel({ sessionAffinity: 'auto' }, 'zai-org/GLM-5.3');
    const ids = [
      await talk([FIRST]),
      await talk([FIRST], { using }),
      await talk([FIRST], { instructions: 'Be kind.' }),
      await talk([{ role: 'user', content: 'How tall is he?' }]),
    ];

    expect(new Set(ids).size).toBe(4);
  });

  it('tells images apart', async () => {
    const show = (image: string | URL) =>
      talk([{ role: 'user', content: [{ type: 'image', image }] }], {
        using: createModel({ sessionAffinity: 'auto' }, 'zai-org/GLM-5.3'),
      });
    const ids = [
      await show(new URL('https://example.com/a.png')),
      await show(new URL('https://example.com/b.png')),
    ];

    expect(new Set(ids).size).toBe(2);
  });
});

describe('a string or a function', () => {
  it('is the id of all calls, or makes that of each', async () => {
    const calls: unknown[] = [];
    await generateText({
      model: createModel({ sessionAffinity: 'user-17' }),
      prompt: 'Hi',
    });
    await generateText({
      model: createModel({
        sessionAffinity: call => {
          calls.push(call);
          return `user-${call.providerOptions?.baseten?.user}`;
        },
      }),
      prompt: 'Hi',
      providerOptions: { baseten: { user: '18' } },
    });

    expect(sentIds()).toEqual(['user-17', 'user-18']);
    expect(calls).toMatchObject([
      {
        modelId: MODEL_ID,
        prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }],
      },
    ]);
  });

  it('that gives nothing sends no header', async () => {
    for (const sessionAffinity of ['', () => undefined]) {
      await generateText({
        model: createModel({ sessionAffinity }),
        prompt: 'Hi',
      });
    }

    expect(sentIds()).toEqual([undefined, undefined]);
  });

  it('yields to a header of the settings or the call', async () => {
    const headers = { 'X-Session-Affinity': 'own' };
    const sessionAffinity = 'auto';
    await generateText({
      model: createModel({ sessionAffinity, headers }),
      prompt: 'Hi',
    });
    await generateText({
      model: createModel({ sessionAffinity }),
      prompt: 'Hi',
      headers,
    });

    expect(sentIds()).toEqual(['own', 'own']);
  });

  it('that cannot be sent is an error that names the header', async () => {
    for (const id of ['line\nbreak', JSON.parse('5')]) {
      const error = await captureError(() =>
        generateText({
          model: createModel({ sessionAffinity: () => id }),
          prompt: 'Hi',
        }),
      );

      expect(error).toMatchObject({ name: 'AI_InvalidArgumentError' });
      expect(String(error)).toContain(`Expected header "${HEADER}" to have`);
    }
    expect(server.requests).toEqual([]);
  });

  it('of another type is refused when the provider is made', () => {
    expect(() => createModel({ sessionAffinity: JSON.parse('true') })).toThrow(
      "Expected sessionAffinity to be 'auto', another string, or a function that gives one, got a boolean.",
    );
  });
});

it('is sent with streams, and by the entry for AI SDK 6', async () => {
  const model = createModel({ sessionAffinity: 'user-17' });
  const prompt = [
    { role: 'user' as const, content: [{ type: 'text' as const, text: 'Hi' }] },
  ];
  await model.doStream({ prompt });
  await createBaseten6({ apiKey, baseURL, sessionAffinity: 'user-17' })(
    MODEL_ID,
  ).doGenerate({ prompt });

  expect(sentIds()).toEqual(['user-17', 'user-17']);
});

describe('at four replicas', async () => {
  const replicated = await startLocalBaseten({ replicas: 4 });
  afterAll(() => replicated.close());

  /** Five conversations of six turns, one turn of each after the other. */
  async function measureCachedShare(settings: BasetenProviderSettings) {
    const model = createBaseten({
      apiKey: replicated.apiKey,
      baseURL: replicated.baseURL,
      ...settings,
    })(MODEL_ID);
    const conversations = [0, 1, 2, 3, 4].map((index): ModelMessage[] => [
      {
        role: 'user',
        content: `Conversation ${index} of ${settings.sessionAffinity}.`,
      },
    ]);
    let [input, cached] = [0, 0];
    for (let turn = 0; turn < 6; turn += 1) {
      for (const messages of conversations) {
        const { text, usage } = await generateText({ model, messages });
        input += usage.inputTokens ?? 0;
        cached += usage.inputTokenDetails.cacheReadTokens ?? 0;
        messages.push(
          { role: 'assistant', content: text },
          { role: 'user', content: `And number ${turn}?` },
        );
      }
    }
    return cached / input;
  }

  it('finds most of a conversation in the cache, and little without', async () => {
    const without = await measureCachedShare({});
    const withIt = await measureCachedShare({ sessionAffinity: 'auto' });

    expect(without).toBeLessThan(0.5);
    expect(withIt).toBeGreaterThan(0.6);
  });
});
