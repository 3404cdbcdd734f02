import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { tool } from 'ai';
import { z } from 'zod/v4';
import { start } from './start';

/** A local Baseten of its own, and a model there by the AI SDK's own client. */
export async function startModel(modelId = 'moonshotai/Kimi-K2-Instruct-0905') {
  const server = await start();
  const provider = createOpenAICompatible({
    name: 'local',
    baseURL: server.baseURL,
    apiKey: server.apiKey,
    includeUsage: true,
    supportsStructuredOutputs: true,
  });
  return { server, model: provider(modelId) };
}

export const weather = tool({
  description: 'Get the weather in a location',
  inputSchema: z.object({
    location: z.string(),
    unit: z.enum(['celsius', 'fahrenheit']).optional(),
  }),
  execute: ({ location }) => ({ location, temperature: 72 }),
});
