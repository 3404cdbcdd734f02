/** Reranking models, which AI SDK 5 does not have. */
import {
  type BasetenRerankingModelOptions,
  createBaseten,
} from '@ai-sdk/baseten';
import { rerank } from 'ai';

export async function ranking(): Promise<string[]> {
  const provider = createBaseten();
  await rerank({
    model: provider.reranking(),
    query: 'rain',
    documents: [{ title: 'Rainy afternoon' }],
  });
  const { rerankedDocuments } = await rerank({
    model: provider.rerankingModel('any-id'),
    query: 'rain',
    documents: ['sunny day at the beach', 'rainy afternoon in the city'],
    providerOptions: {
      baseten: { truncate: true } satisfies BasetenRerankingModelOptions,
    },
  });
  return rerankedDocuments;
}
