// So that a build keeps the native client: see next.config.ts.
import '@ai-sdk/baseten/performance-client';
import { cosineSimilarity, embed, type ProviderMetadata, rerank } from 'ai';
import { embedding, reranking } from './baseten';
import { corpus, type Document } from './corpus';
import { type CorpusMap, mapCorpus } from './corpus-map';
import { getEmbeddedCorpus } from './embedded-corpus';

const CANDIDATES = 12;
const RESULTS = 5;

/** A document that was found. */
export interface SearchResult {
  document: Document;
  /** How well it answers the query, 0 to 1, as the reranking model sees it. */
  relevance: number;
  /** Its place, from 1 on, before reranking. */
  placeBySimilarity: number;
}

/** What a search finds, best first, and how. */
export interface SearchAnswer {
  results: SearchResult[];
  map: CorpusMap;
  metadata: {
    documents: number;
    candidates: number;
    milliseconds: number;
    /** `{ transport, requests }` of embedding the corpus. */
    corpus: ProviderMetadata[string] | undefined;
    /** `{ transport, requests }` of embedding the query. */
    embedding: ProviderMetadata[string] | undefined;
    /** `{ transport, requests }` of reranking the candidates. */
    reranking: ProviderMetadata[string] | undefined;
  };
}

/**
 * Finds the documents whose embeddings are nearest to that of the query, and
 * has them put in order by a model that reads query and document together.
 */
export async function searchCorpus(
  query: string,
  abortSignal: AbortSignal,
): Promise<SearchAnswer> {
  const start = performance.now();
  const { vectors, metadata } = await getEmbeddedCorpus();

  const embedded = await embed({
    model: embedding.embeddingModel(),
    value: query,
    abortSignal,
  });
  const candidates = corpus
    .map((document, index) => ({
      document,
      similarity: cosineSimilarity(embedded.embedding, vectors[index] ?? []),
    }))
    .sort((one, other) => other.similarity - one.similarity)
    .slice(0, CANDIDATES);

  const reranked = await rerank({
    model: reranking.rerankingModel(),
    query,
    documents: candidates.map(
      ({ document: { title, text } }) => `${title}. ${text}`,
    ),
    topN: RESULTS,
    abortSignal,
  });

  return {
    results: reranked.ranking.flatMap(({ originalIndex, score }) => {
      const document = candidates[originalIndex]?.document;
      return document
        ? [{ document, relevance: score, placeBySimilarity: originalIndex + 1 }]
        : [];
    }),
    map: mapCorpus(vectors, embedded.embedding),
    metadata: {
      documents: corpus.length,
      candidates: candidates.length,
      milliseconds: Math.round(performance.now() - start),
      corpus: metadata,
      embedding: embedded.providerMetadata?.baseten,
      reranking: reranked.providerMetadata?.baseten,
    },
  };
}
