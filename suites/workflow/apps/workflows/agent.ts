import { createBaseten } from '@ai-sdk/baseten';
import { WorkflowAgent } from '@ai-sdk/workflow';
import { getWritable } from 'workflow';
import { z } from 'zod/v4';
import type { Settings } from './settings';

export async function agent(settings: Settings) {
  'use workflow';
  const baseten = createBaseten({
    ...settings,
    apiKey: 'canary-key',
    headers: { 'x-api-key': 'canary-header', 'x-team': 'team-that-crosses' },
  });
  const weatherAgent = new WorkflowAgent({
    model: baseten('openai/gpt-oss-120b'),
    tools: {
      weather: {
        description: 'Get the weather in a city',
        inputSchema: z.object({ city: z.string() }),
        execute: readWeather,
      },
    },
  });
  const { steps } = await weatherAgent.stream({
    messages: [{ role: 'user', content: 'What is the weather in Lisbon?' }],
    writable: getWritable(),
  });
  return steps.map(step => [
    ...step.toolResults.map(({ output }) => output),
    step.text,
  ]);
}

async function readWeather({ city }: { city: string }) {
  'use step';
  return { city, celsius: 21, sky: 'sunny' };
}
