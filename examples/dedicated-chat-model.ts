// Talks to a chat model on a dedicated deployment instead of the Model APIs.
import { createBaseten } from '@ai-sdk/baseten';
import { generateText } from 'ai';
import { connect } from './support/connect';

await using connection = await connect('chat');
const baseten = createBaseten({
  apiKey: connection.apiKey,
  // Ends in /sync/v1; the endpoint for chat is below it.
  modelURL: connection.modelURL,
});

const { text, response } = await generateText({
  // No model id is needed: the URL leads to one model. A vLLM server wants the
  // name under which it serves it, though: baseten('served-name').
  model: baseten(),
  prompt: 'Say hello from a dedicated deployment!',
});

console.log(text);
console.log(`\nAnswered by: ${response.modelId}`);
