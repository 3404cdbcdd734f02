// Searches a small corpus by embedding, which is cheap, then reranks what was
// found: the reranking model reads each document together with the question.
import { createBaseten } from '@ai-sdk/baseten';
import { cosineSimilarity, embed, embedMany, rerank } from 'ai';
import { connect } from './support/connect';

await using connection = await connect('embedding', 'reranking');
const { apiKey, modelURL, rerankingURL } = connection;
// At Baseten an embedding model and a reranker are two deployments.
const embeddingModel = createBaseten({ apiKey, modelURL }).embeddingModel();
const rerankingModel = createBaseten({
  apiKey,
  modelURL: rerankingURL,
}).rerankingModel();

const corpus = [
  'Invoices are sent by email on the first day of each month.',
  'To reset a forgotten password, open the sign-in page and choose "Reset".',
  'Our office in Hamburg is closed on public holidays.',
  'Orders can be returned within 30 days for a full refund.',
  'Two-factor sign-in asks for a password and a code from your phone.',
  'A password has at least twelve characters.',
];
const { embeddings } = await embedMany({
  model: embeddingModel,
  values: corpus,
});

const query = 'I forgot my password, how do I reset it?';
console.log(query);

const { embedding } = await embed({ model: embeddingModel, value: query });
const found = corpus
  .map((document, index) => ({
    document,
    similarity: cosineSimilarity(embedding, embeddings[index] ?? []),
  }))
  .sort((a, b) => b.similarity - a.similarity)
  .slice(0, 3);

console.log('\nFound by embedding:');
for (const { document, similarity } of found) {
  console.log(`  ${similarity.toFixed(2)}  ${document}`);
}

const { ranking } = await rerank({
  model: rerankingModel,
  query,
  documents: found.map(({ document }) => document),
  topN: 2,
});

console.log('\nReranked:');
for (const { score, document } of ranking) {
  console.log(`  ${score.toFixed(2)}  ${document}`);
}
