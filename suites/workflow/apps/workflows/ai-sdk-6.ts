import { createBaseten } from '@ai-sdk/baseten/ai-sdk-6';
import { embedMany, generateText } from 'ai';
import type { Settings } from './settings';

export async function chat(settings: Settings) {
  'use workflow';
  return await sayHello(settings);
}

async function sayHello(settings: Settings) {
  'use step';
  const baseten = createBaseten(settings);
  const { text } = await generateText({
    model: baseten('openai/gpt-oss-120b'),
    prompt: 'Say hello.',
  });
  return text;
}

export async function embedding(
  settings: Settings,
  values: string[],
  maxConcurrentRequests: number,
) {
  'use workflow';
  return await embedTexts(settings, values, maxConcurrentRequests);
}

async function embedTexts(
  settings: Settings,
  values: string[],
  maxConcurrentRequests: number,
) {
  'use step';
  const baseten = createBaseten(settings);
  const { embeddings, providerMetadata } = await embedMany({
    model: baseten.embeddingModel(),
    values,
    providerOptions: { baseten: { batchSize: 8, maxConcurrentRequests } },
  });
  return {
    starts: embeddings.map(embedding => embedding.slice(0, 3)),
    transport: providerMetadata?.baseten?.transport,
  };
}
