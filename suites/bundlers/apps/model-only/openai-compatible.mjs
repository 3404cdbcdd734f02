import { createOpenAICompatible } from '@ai-sdk/openai-compatible';

const baseten = createOpenAICompatible({
  name: 'baseten',
  apiKey: 'some-key',
  baseURL: 'https://inference.baseten.co/v1',
});

export const model = baseten('openai/gpt-oss-120b');
