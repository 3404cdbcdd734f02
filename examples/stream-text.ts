// Streams a text: every piece is printed when it arrives.
import { createBaseten } from '@ai-sdk/baseten';
import { streamText } from 'ai';
import { connect } from './support/connect';

await using connection = await connect();
const baseten = createBaseten({
  apiKey: connection.apiKey,
  baseURL: connection.baseURL,
});

const result = streamText({
  model: baseten('openai/gpt-oss-120b'),
  prompt: 'Count from 1 to 40.',
  // Baseten's default is 4096, reasoning included.
  maxOutputTokens: 8192,
});

let pieces = 0;
for await (const piece of result.textStream) {
  pieces += 1;
  process.stdout.write(piece);
}

const { inputTokens, outputTokens } = await result.usage;
console.log(`\n\nPieces: ${pieces}`);
console.log(`Finish reason: ${await result.finishReason}`);
console.log(`Tokens: ${inputTokens} in, ${outputTokens} out`);
