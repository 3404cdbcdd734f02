// Generates a text in one piece.
import { createBaseten } from '@ai-sdk/baseten';
import { generateText } from 'ai';
import { connect } from './support/connect';

await using connection = await connect();
const baseten = createBaseten({
  apiKey: connection.apiKey,
  baseURL: connection.baseURL,
});

const { text, finishReason, usage } = await generateText({
  model: baseten('openai/gpt-oss-120b'),
  prompt: 'What is the meaning of life? Answer in one sentence.',
});

console.log(text);
console.log(`\nFinish reason: ${finishReason}`);
console.log(`Tokens: ${usage.inputTokens} in, ${usage.outputTokens} out`);
