// Lets the model call a function of ours, and answer with what it returns.
import { createBaseten } from '@ai-sdk/baseten';
import { generateText, isStepCount, tool } from 'ai';
import { z } from 'zod/v4';
import { connect } from './support/connect';

await using connection = await connect();
const baseten = createBaseten({
  apiKey: connection.apiKey,
  baseURL: connection.baseURL,
});

const weather = tool({
  description: 'Get the weather in a city',
  inputSchema: z.object({
    city: z.string().describe('Name of the city'),
  }),
  execute: async ({ city }) => ({ city, celsius: 21, sky: 'sunny' }),
});

const { text, steps } = await generateText({
  model: baseten('openai/gpt-oss-120b'),
  tools: { weather },
  // One step for the call, one for the answer, and some to spare.
  stopWhen: isStepCount(5),
  prompt: 'What is the weather in Lisbon?',
});

for (const { toolCalls, toolResults } of steps) {
  for (const { toolName, input } of toolCalls) {
    console.log(`The model calls ${toolName}(${JSON.stringify(input)})`);
  }
  for (const { toolName, output } of toolResults) {
    console.log(`${toolName} returns ${JSON.stringify(output)}`);
  }
}
console.log(`\n${text}`);
