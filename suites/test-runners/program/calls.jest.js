// A user's test, in TypeScript or JavaScript that becomes CommonJS.
import { createBaseten } from '@ai-sdk/baseten';
import { embed, generateText } from 'ai';

const { ORIGIN, API_KEY: apiKey } = process.env;

test('embeds and chats', async () => {
  const deployment = createBaseten({
    apiKey,
    modelURL: `${ORIGIN}/environments/production/sync`,
  });
  const { embedding } = await embed({
    model: deployment.textEmbeddingModel(),
    value: 'one',
  });
  expect(embedding.length).toBe(384);

  const provider = createBaseten({ apiKey, baseURL: `${ORIGIN}/v1` });
  const { text } = await generateText({
    model: provider('openai/gpt-oss-120b'),
    prompt: 'Say "hello".',
  });
  expect(text).toBe('hello');
});
