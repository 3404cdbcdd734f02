import { AISDKError } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { createBaseten } from '../../src';
import { createBaseten as createBasetenV2 } from '../../src/ai-sdk-5';
import { createBaseten as createBasetenV3 } from '../../src/ai-sdk-6';
import { useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();
const { apiKey, baseURL } = server;
const prompt = [
  { role: 'user' as const, content: [{ type: 'text' as const, text: 'Hi' }] },
];

const nest = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`;
const DEEP = nest(100_000);

/** Where in a reply the nesting is. */
const CHOICES = {
  'an unknown field': `"delta": {"content": "a", "x": ${DEEP}}`,
  'the text': `"delta": {"content": ${DEEP}}`,
  'the arguments of a call': `"delta": {"tool_calls": [{"index": 0, "id": "a", "function": {"name": "f", "arguments": ${DEEP}}}]}`,
  'the log probabilities': `"delta": {"content": "a"}, "logprobs": ${DEEP}`,
};
const EVENTS: Record<string, string> = {
  ...Object.fromEntries(
    Object.entries(CHOICES).map(([name, choice]) => [
      name,
      `{"choices": [{"index": 0, ${choice}}]}`,
    ]),
  ),
  'an error': `{"error": {"message": "no", "x": ${DEEP}}}`,
  'nothing but an error': `{"error": ${DEEP}}`,
  'the usage': `{"choices": [], "usage": {"prompt_tokens": 1, "x": ${DEEP}}}`,
  everything: DEEP,
};

describe.each([
  ['AI SDK 7', createBaseten],
  ['AI SDK 6', createBasetenV3],
  ['AI SDK 5', createBasetenV2],
])('JSON nested 100,000 deep, on %s', (_name, create) => {
  const chat = create({ apiKey, baseURL })('openai/gpt-oss-120b');

  it.each(Object.entries(EVENTS))(
    'gives a typed error in a stream where it is %s',
    async (_place, event) => {
      for (const includeRawChunks of [false, true]) {
        server.behave(() => ({
          stream: { events: `data: ${event}\n\ndata: [DONE]\n\n` },
        }));
        const { stream } = await chat.doStream({ prompt, includeRawChunks });
        const errors: unknown[] = [];
        for await (const part of stream) {
          if (part.type === 'error') errors.push(part.error);
        }

        expect(errors).toHaveLength(1);
        expect(AISDKError.isInstance(errors[0])).toBe(true);
      }
    },
  );

  it.each(Object.entries(EVENTS))(
    'gives a typed error in a whole reply where it is %s',
    async (_place, event) => {
      server.behave(() => ({ body: event.replace('"delta"', '"message"') }));
      await expect(chat.doGenerate({ prompt })).rejects.toSatisfy(error =>
        AISDKError.isInstance(error),
      );
    },
  );
});

it('JSON nested 500 deep is read', async () => {
  const chat = createBaseten({ apiKey, baseURL })('openai/gpt-oss-120b');
  server.behave(() => ({
    body: `{"choices": [{"index": 0, "message": {"content": "a", "x": ${nest(500)}}, "finish_reason": "stop"}]}${' '.repeat(5000)}`,
  }));
  const { content } = await chat.doGenerate({ prompt });

  expect(content).toMatchObject([{ type: 'text', text: 'a' }]);
});
