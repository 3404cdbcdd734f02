// Asks a model to reason, and streams its reasoning apart from the answer.
import { createBaseten } from '@ai-sdk/baseten';
import { streamText } from 'ai';
import { connect } from './support/connect';

await using connection = await connect();
const baseten = createBaseten({
  apiKey: connection.apiKey,
  baseURL: connection.baseURL,
});

const result = streamText({
  model: baseten('zai-org/GLM-5.2'),
  prompt: 'What is 17 times 23?',
  // Sent in the form that the model takes; one that it lacks gives a warning.
  reasoning: 'high',
  // Reasoning counts, and Baseten's default is 4096.
  maxOutputTokens: 16_384,
});

for await (const part of result.stream) {
  switch (part.type) {
    case 'reasoning-start':
      console.log('Reasoning:');
      break;
    case 'text-start':
      console.log('\n\nAnswer:');
      break;
    case 'reasoning-delta':
    case 'text-delta':
      process.stdout.write(part.text);
  }
}

const { outputTokenDetails } = await result.usage;
console.log(`\n\nReasoning tokens: ${outputTokenDetails.reasoningTokens}`);
