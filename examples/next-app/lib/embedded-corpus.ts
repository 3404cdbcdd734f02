import { embedMany } from 'ai';
import { embedding } from './baseten';
import { corpus } from './corpus';

let vectors: Promise<number[][]> | undefined;

/** The vectors of the corpus, in its order, made at the first search. */
export async function getCorpusVectors(): Promise<number[][]> {
  vectors ??= embedCorpus();
  try {
    return await vectors;
  } catch (error) {
    // The next search tries again.
    vectors = undefined;
    throw error;
  }
}

async function embedCorpus(): Promise<number[][]> {
  const { embeddings } = await embedMany({
    model: embedding.embeddingModel(),
    values: corpus.map(({ title, text }) => `${title}. ${text}`),
  });
  return embeddings;
}
