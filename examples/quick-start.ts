// The first thing to run: `npm start`.
import { createBaseten } from '@ai-sdk/baseten';
import { cosineSimilarity, embedMany, generateText, streamText } from 'ai';
import { connect } from './support/connect';

await using connection = await connect();
const { apiKey, baseURL, modelURL } = connection;
const chat = createBaseten({ apiKey, baseURL })('openai/gpt-oss-120b');

console.log('== Generate text');
const prompt = 'What is the meaning of life? Answer in one sentence.';
console.log(`> ${prompt}`);
const { text } = await generateText({ model: chat, prompt });
console.log(text);

console.log('\n== Stream text');
const streamPrompt = 'Count from 1 to 30.';
console.log(`> ${streamPrompt}`);
const { textStream } = streamText({ model: chat, prompt: streamPrompt });
for await (const piece of textStream) {
  process.stdout.write(piece);
}

console.log('\n\n== Embed texts and rank them by similarity');
if (modelURL == null) {
  console.log('Set BASETEN_MODEL_URL to the URL of an embedding deployment.');
} else {
  const query = 'a warm day by the sea';
  const documents = [
    'how to repair a bicycle tyre',
    'a hot summer day on a beach by the sea',
    'snow falls on the mountain by day',
  ];
  console.log(`> ${query}`);

  const { embeddings, providerMetadata } = await embedMany({
    model: createBaseten({ apiKey, modelURL }).embeddingModel(),
    values: [query, ...documents],
  });
  const [queryEmbedding = [], ...documentEmbeddings] = embeddings;
  const ranking = documentEmbeddings
    .map((embedding, index) => ({
      document: documents[index],
      score: cosineSimilarity(queryEmbedding, embedding),
    }))
    .sort((a, b) => b.score - a.score);

  for (const { document, score } of ranking) {
    console.log(`${score.toFixed(2)}  ${document}`);
  }
  console.log(
    `(${queryEmbedding.length} dimensions, ${providerMetadata?.baseten?.transport} transport)`,
  );
}

console.log('\nNext: examples/ has a program for each feature.');
