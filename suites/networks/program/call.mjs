// Embeds one text or many, twice, by `fetch` alone or by the package, and prints
// what came of it and how long it took.
import process from 'node:process';
import { createBaseten } from '@ai-sdk/baseten';
import { embedMany } from 'ai';

const { ORIGIN, API_KEY: apiKey = '', CLIENT, TEXTS } = process.env;
const modelURL = `${ORIGIN}/environments/production/sync`;
const values = Array.from({ length: Number(TEXTS) }, () => 'one');
const model = createBaseten({ apiKey, modelURL }).embeddingModel();

async function callByFetch() {
  const response = await fetch(`${modelURL}/v1/embeddings`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${apiKey}`,
    },
    body: JSON.stringify({ model: 'model', input: values }),
  });
  const { data } = await response.json();
  return { embedding: data[0].embedding, transport: 'http' };
}

async function callByPackage() {
  const { embeddings, providerMetadata } = await embedMany({ model, values });
  return {
    embedding: embeddings.at(-1),
    transport: providerMetadata?.baseten?.transport,
  };
}

async function call() {
  const start = performance.now();
  const outcome = await (CLIENT === 'fetch' ? callByFetch() : callByPackage())
    .then(reply => reply)
    .catch(error => ({
      error: [error?.message, error?.cause?.message, error?.cause?.code]
        .filter(part => part != null)
        .join(': '),
    }));
  return { ...outcome, milliseconds: Math.round(performance.now() - start) };
}

const first = await call();
const later = await call();
// On a line of its own: the native client writes about cut connections.
process.stdout.write(`\n${JSON.stringify({ first, later })}`, () =>
  process.exit(0),
);
