// Embeds more texts than fit into one request, and shows how far it is.
import {
  type BasetenEmbeddingModelOptions,
  createBaseten,
} from '@ai-sdk/baseten';
import { embedMany } from 'ai';
import { connect } from './support/connect';
import { createProgressBar } from './support/progress-bar';

const values = Array.from(
  { length: 20_000 },
  (_, index) => `Note ${index}: call customer ${index % 37} back`,
);

await using connection = await connect('embedding');
const bar = createProgressBar('texts');
const baseten = createBaseten({
  apiKey: connection.apiKey,
  modelURL: connection.modelURL,
  // Called at the start and after each batch.
  onProgress: ({ completed, total }) => bar.show(completed, total),
});

const { embeddings, usage, providerMetadata } = await embedMany({
  model: baseten.embeddingModel(),
  values,
  providerOptions: {
    baseten: {
      // The default, and the most that Baseten's engine takes.
      batchSize: 128,
      // The AI SDK's own `maxParallelCalls` has no effect here.
      maxConcurrentRequests: 4,
    } satisfies BasetenEmbeddingModelOptions,
  },
}).finally(() => bar.end());

console.log(`Embeddings: ${embeddings.length}, in the order of the texts`);
console.log(`Requests: ${providerMetadata?.baseten?.requests}`);
console.log(`Transport: ${providerMetadata?.baseten?.transport}`);
console.log(`Tokens: ${usage.tokens}`);
