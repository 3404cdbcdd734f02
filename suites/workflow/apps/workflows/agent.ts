import { type ModelCallStreamPart, WorkflowAgent } from '@ai-sdk/workflow';
import { getWritable } from 'workflow';
import { z } from 'zod';
import { createProvider } from './provider';
import type { Settings } from './settings';

export async function agent(settings: Settings, prompt: string) {
  'use workflow';
  const weatherAgent = new WorkflowAgent({
    model: createProvider(settings)('openai/gpt-oss-120b'),
    tools: {
      weather: {
        description: 'The weather in a city',
        inputSchema: z.object({ city: z.string() }),
        execute: lookUpWeather,
      },
    },
  });
  const { messages } = await weatherAgent.stream({
    messages: [{ role: 'user', content: prompt }],
    writable: getWritable<ModelCallStreamPart>(),
  });
  return messages.at(-1)?.content;
}

async function lookUpWeather({ city }: { city: string }) {
  'use step';
  return { city, celsius: 21, sky: 'sunny' };
}
