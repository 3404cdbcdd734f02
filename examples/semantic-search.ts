// Finds the documents that answer a question, though they word it differently.
import { createBaseten } from '@ai-sdk/baseten';
import { cosineSimilarity, embed, embedMany } from 'ai';
import { connect } from './support/connect';

await using connection = await connect('embedding');
const baseten = createBaseten({
  apiKey: connection.apiKey,
  modelURL: connection.modelURL,
});
const model = baseten.embeddingModel();

const documents = [
  'Invoices are sent by email on the first day of each month.',
  'To reset a forgotten password, open the sign-in page and choose "Reset".',
  'Our office in Hamburg is closed on public holidays.',
  'Orders can be returned within 30 days for a full refund.',
  'Two-factor sign-in asks for a password and a code from your phone.',
];
const { embeddings } = await embedMany({ model, values: documents });

async function search(query: string) {
  const { embedding } = await embed({ model, value: query });
  return documents
    .map((document, index) => ({
      document,
      score: cosineSimilarity(embedding, embeddings[index] ?? []),
    }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 2);
}

for (const query of [
  'I forgot my password, how do I reset it?',
  'Can I return an order and get a refund?',
]) {
  console.log(query);
  for (const { document, score } of await search(query)) {
    console.log(`  ${score.toFixed(2)}  ${document}`);
  }
}
