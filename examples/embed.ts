// Turns one text into a vector.
import { createBaseten } from '@ai-sdk/baseten';
import { embed } from 'ai';
import { connect } from './support/connect';

await using connection = await connect('embedding');
const baseten = createBaseten({
  apiKey: connection.apiKey,
  modelURL: connection.modelURL,
});

const { embedding, usage } = await embed({
  model: baseten.embeddingModel(),
  value: 'sunny day at the beach',
});

const start = embedding.slice(0, 4).map(number => number.toFixed(4));
console.log(`Vector: [${start.join(', ')}, ...]`);
console.log(`Dimensions: ${embedding.length}`);
console.log(`Tokens: ${usage.tokens}`);
