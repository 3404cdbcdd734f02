import {
  type EmbeddingModel,
  embedMany,
  generateText,
  type LanguageModel,
  type RerankingModel,
  rerank,
} from 'ai';
import { createProvider } from './provider';
import type { Settings } from './settings';

export async function chat(settings: Settings) {
  'use workflow';
  return await sayHello(createProvider(settings)('openai/gpt-oss-120b'));
}

async function sayHello(model: LanguageModel) {
  'use step';
  const { text } = await generateText({ model, prompt: 'Say hello.' });
  return text;
}

export async function embedding(
  settings: Settings,
  values: string[],
  maxConcurrentRequests: number,
) {
  'use workflow';
  return await embedTexts(
    createProvider(settings).embeddingModel(),
    values,
    maxConcurrentRequests,
  );
}

async function embedTexts(
  model: EmbeddingModel,
  values: string[],
  maxConcurrentRequests: number,
) {
  'use step';
  const { embeddings, providerMetadata } = await embedMany({
    model,
    values,
    providerOptions: { baseten: { batchSize: 8, maxConcurrentRequests } },
  });
  return {
    starts: embeddings.map(embedding => embedding.slice(0, 3)),
    transport: providerMetadata?.baseten?.transport,
  };
}

export async function reranking(
  settings: Settings,
  documents: string[],
  maxConcurrentRequests: number,
) {
  'use workflow';
  return await rankDocuments(
    createProvider(settings).rerankingModel(),
    documents,
    maxConcurrentRequests,
  );
}

async function rankDocuments(
  model: RerankingModel,
  documents: string[],
  maxConcurrentRequests: number,
) {
  'use step';
  const { ranking } = await rerank({
    model,
    query: 'text 7',
    documents,
    topN: 5,
    providerOptions: { baseten: { batchSize: 8, maxConcurrentRequests } },
  });
  return ranking.map(({ originalIndex }) => originalIndex);
}
