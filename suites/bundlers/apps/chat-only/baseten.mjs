import { createBaseten } from '@ai-sdk/baseten';
import { generateText } from 'ai';

const baseten = createBaseten({ apiKey: 'some-key' });

/** @param {string} prompt */
export const answer = prompt =>
  generateText({ model: baseten('openai/gpt-oss-120b'), prompt });
