import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { generateText } from 'ai';

const baseten = createOpenAICompatible({
  name: 'baseten',
  apiKey: 'some-key',
  baseURL: 'https://inference.baseten.co/v1',
});

/** @param {string} prompt */
export const answer = prompt =>
  generateText({ model: baseten('openai/gpt-oss-120b'), prompt });
