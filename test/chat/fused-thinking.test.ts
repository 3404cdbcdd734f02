import {
  extractReasoningMiddleware,
  generateText,
  streamText,
  wrapLanguageModel,
} from 'ai';
import { expect, it } from 'vitest';
import { createBaseten } from '../../src';
import { useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();
const { apiKey, baseURL } = server;
const model = createBaseten({ apiKey, baseURL })('openai/gpt-oss-120b');
const middle = wrapLanguageModel({
  model,
  middleware: extractReasoningMiddleware({ tagName: 'think' }),
});
const prompt = 'What is 17 times 23?';

const { text, finalStep } = await generateText({ model, prompt });

it.each([
  ['whole', generateText],
  ['streamed', streamText],
] as const)(
  'thinking between tags is text without the middleware that the docs show, and reasoning with it, %s',
  async (_way, ask) => {
    server.behave(() => ({ quirks: ['fused-thinking'] }));
    const plain = await ask({ model, prompt });
    const parted = await ask({ model: middle, prompt });

    expect(finalStep.reasoningText).toMatch(/17 times 23/);
    expect(await plain.text).toBe(
      `<think>${finalStep.reasoningText}</think>\n\n${text}`,
    );
    expect((await plain.finalStep).reasoningText).toBeUndefined();
    expect((await parted.text).trim()).toBe(text);
    expect((await parted.finalStep).reasoningText).toBe(
      finalStep.reasoningText,
    );
  },
);
