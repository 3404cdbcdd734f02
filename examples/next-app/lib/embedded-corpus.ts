import { embedMany, type ProviderMetadata } from 'ai';
import { embedding } from './baseten';
import { corpus } from './corpus';

/** The vectors of the corpus, in its order, and how they were made. */
interface EmbeddedCorpus {
  vectors: number[][];
  /** `{ transport, requests }`. */
  metadata: ProviderMetadata[string] | undefined;
}

let embedded: Promise<EmbeddedCorpus> | undefined;

/** Embeds the corpus at the first search. */
export async function getEmbeddedCorpus(): Promise<EmbeddedCorpus> {
  embedded ??= embedCorpus();
  try {
    return await embedded;
  } catch (error) {
    // The next search tries again.
    embedded = undefined;
    throw error;
  }
}

async function embedCorpus(): Promise<EmbeddedCorpus> {
  const { embeddings, providerMetadata } = await embedMany({
    model: embedding.embeddingModel(),
    values: corpus.map(({ title, text }) => `${title}. ${text}`),
    // In several batches, as a corpus of more than 128 texts would be sent.
    providerOptions: { baseten: { batchSize: 16 } },
  });
  return { vectors: embeddings, metadata: providerMetadata?.baseten };
}
