import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as ai from 'ai';
import { createBaseten, deployment, sentBodies } from './sdk.mjs';

const provider = createBaseten(deployment);
const documents = [
  'sunny day at the beach',
  'rainy afternoon in the city',
  'snowy mountain peak',
];

// Neither AI SDK 5 nor the entry for it has reranking.
if ('rerank' in ai && 'rerankingModel' in provider) {
  test('documents are ranked by what they say to a query', async () => {
    const { ranking, rerankedDocuments } = await ai.rerank({
      model: provider.rerankingModel(),
      query: 'a rainy city',
      documents,
      topN: 2,
    });

    assert.equal(ranking.length, 2);
    assert.equal(rerankedDocuments[0], documents[1]);
    assert.ok(Number(ranking[0]?.score) > Number(ranking[1]?.score));
    assert.deepEqual(sentBodies()[0].texts, documents);
  });

  test('documents can be objects', async () => {
    const { rerankedDocuments } = await ai.rerank({
      model: provider.reranking(),
      query: 'a rainy city',
      documents: documents.map(title => ({ title })),
    });

    assert.deepEqual(rerankedDocuments[0], { title: documents[1] });
  });
}
