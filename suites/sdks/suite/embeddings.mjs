import assert from 'node:assert/strict';
import { test } from 'node:test';
import { embed, embedMany } from 'ai';
import {
  createBaseten,
  deployment,
  major,
  sentBodies,
  server,
} from './sdk.mjs';

const texts = Array.from({ length: 300 }, (_, index) => `Text ${index}`);

/** @type {['native' | 'http', '2.0' | '1.1'][]} */
const TRANSPORTS = [
  // The native client alone speaks HTTP/2.
  ['native', '2.0'],
  ['http', '1.1'],
];

for (const [transport, httpVersion] of TRANSPORTS) {
  const model = createBaseten({
    ...deployment,
    performanceClient: transport === 'native',
  }).textEmbeddingModel();

  test(`many texts are embedded in batches, ${transport}`, async () => {
    const { embeddings, usage, providerMetadata } = await embedMany({
      model,
      values: texts,
    });

    assert.deepEqual(providerMetadata?.baseten, { transport, requests: 3 });
    assert.deepEqual(
      server.requests.map(request => request.httpVersion),
      [httpVersion, httpVersion, httpVersion],
    );
    assert.ok(usage.tokens > texts.length);
    assert.equal(embeddings.length, texts.length);
    const last = await embed({ model, value: texts.at(-1) ?? '' });
    assert.deepEqual(embeddings.at(-1), last.embedding);
  });

  test(`a batch that failed is sent again by itself, ${transport}`, async () => {
    server.behave((_request, count) =>
      count === 1 ? { status: 503 } : undefined,
    );

    const { embeddings } = await embedMany({ model, values: texts });

    assert.equal(embeddings.length, texts.length);
    assert.equal(server.requests.length, 4);
  });

  test(`options of Baseten reach the request, ${transport}`, async () => {
    const { embeddings } = await embedMany({
      model,
      values: texts,
      providerOptions: {
        baseten: { dimensions: 4, batchSize: 100, user: 'user-17' },
      },
    });

    assert.ok(embeddings.every(({ length }) => length === 4));
    assert.deepEqual(
      sentBodies().map(({ input, user }) => [input.length, user]),
      [
        [100, 'user-17'],
        [100, 'user-17'],
        [100, 'user-17'],
      ],
    );
  });
}

test('a call that is repeated sends only what is missing', async () => {
  const model = createBaseten({
    ...deployment,
    performanceClient: false,
  }).textEmbeddingModel();
  const hasFailing = (/** @type {unknown} */ body) =>
    Object(body).input.includes('Text 299');
  let failures = 0;
  server.behave(({ body }) => {
    // As often as the provider tries by itself: the next try is the SDK's.
    if (!hasFailing(body) || failures === 5) return undefined;
    failures += 1;
    return { status: 503, headers: { 'retry-after-ms': '1' } };
  });

  const { embeddings } = await embedMany({ model, values: texts });

  assert.equal(embeddings.length, texts.length);
  assert.equal(sentBodies().filter(body => !hasFailing(body)).length, 2);
});

test('a native client that cannot be used is named in a warning', async () => {
  class PerformanceClient {
    async batchPost() {
      assert.fail('It cannot carry the header.');
    }
  }
  const model = createBaseten({
    ...deployment,
    headers: { 'x-custom': 'custom' },
    performanceClient: PerformanceClient,
  }).textEmbeddingModel();

  const { embeddings, warnings } = await embedMany({ model, values: ['text'] });

  assert.equal(embeddings.length, 1);
  // AI SDK 5 has no warnings of embeddings.
  if (major > 5) {
    assert.equal(warnings.length, 1);
    assert.match(JSON.stringify(warnings), /performanceClient.*x-custom/);
  }
});
