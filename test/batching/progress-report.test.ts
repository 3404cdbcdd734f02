import { setTimeout } from 'node:timers/promises';
import { embedMany, rerank } from 'ai';
import { describe, expect, it } from 'vitest';
import { type BasetenProgress, createBaseten } from '../../src';
import { createBaseten as createBaseten5 } from '../../src/ai-sdk-5';
import { createBaseten as createBaseten6 } from '../../src/ai-sdk-6';
import { captureError } from '../support/capture-error';
import {
  createEmbeddingModel,
  TRANSPORTS,
} from '../support/create-embedding-model';
import { createTexts, textsOf, vectorsOf } from '../support/texts';
import { useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();
const values = createTexts(20);
const IN_TURN = { batchSize: 6, maxConcurrentRequests: 1 };
const providerOptions = { baseten: IN_TURN };

/** Steps of a call whose texts are completed in these numbers. */
const steps = (
  kind: BasetenProgress['kind'],
  completed: number[],
  total = values.length,
) =>
  completed.map(count => ({
    kind,
    modelId: kind === 'embedding' ? 'embeddings' : 'reranking',
    completed: count,
    total,
  }));

function record(act: (progress: BasetenProgress) => void = () => {}) {
  const told: BasetenProgress[] = [];
  const onProgress = (progress: BasetenProgress) => {
    told.push(progress);
    act(progress);
  };
  return { told, onProgress };
}

describe.each(TRANSPORTS)('onProgress over %s', transport => {
  it('is called at the start and after each batch', async () => {
    const { told, onProgress } = record();
    const model = createEmbeddingModel(server, transport, { onProgress });
    await embedMany({ model, values, providerOptions });

    expect(told).toEqual(steps('embedding', [0, 6, 12, 18, 20]));
  });

  it('counts up whichever batch comes first', async () => {
    server.behave(request => ({
      delayMilliseconds: textsOf(request).includes('text number 0') ? 100 : 0,
    }));
    const { told, onProgress } = record();
    const model = createEmbeddingModel(server, transport, { onProgress });
    await embedMany({
      model,
      values,
      providerOptions: { baseten: { batchSize: 6 } },
    });

    const counts = told.map(({ completed }) => completed);
    expect(counts).toEqual([...counts].sort((one, other) => one - other));
    expect([counts[0], counts.length, counts.at(-1)]).toEqual([0, 5, 20]);
  });

  it('is called for a call of one batch', async () => {
    const { told, onProgress } = record();
    const model = createEmbeddingModel(server, transport, { onProgress });
    await embedMany({ model, values: values.slice(0, 2) });

    expect(told).toEqual(steps('embedding', [0, 2], 2));
  });

  it('counts what an earlier, failed call has finished', async () => {
    let isFailing = true;
    server.behave(request =>
      isFailing && textsOf(request).includes('text number 12')
        ? { status: 400 }
        : undefined,
    );
    const { told, onProgress } = record();
    const model = createEmbeddingModel(server, transport, { onProgress });
    await captureError(() => embedMany({ model, values, providerOptions }));
    expect(told.splice(0)).toEqual(steps('embedding', [0, 6, 12]));
    isFailing = false;
    await embedMany({ model, values, providerOptions });

    expect(told).toEqual(steps('embedding', [12, 18, 20]));
  });

  it.each([0, 6, 20])(
    'fails the call with what it throws at %i texts, and is not called again',
    async count => {
      const failure = new Error('The bar is gone.');
      let hasThrown = false;
      const { told, onProgress } = record(({ completed }) => {
        if (completed === count && !hasThrown) {
          hasThrown = true;
          throw failure;
        }
      });
      const model = createEmbeddingModel(server, transport, { onProgress });
      const error = await captureError(() =>
        embedMany({ model, values, providerOptions }),
      );

      expect(error).toBe(failure);
      expect(told.at(-1)).toMatchObject({ completed: count });
      const { embeddings } = await embedMany({
        model,
        values,
        providerOptions,
      });
      expect(embeddings).toEqual(vectorsOf(values));
      // What was finished before is kept; a batch under way may be sent again.
      const sent = server.requests.map(request => textsOf(request)[0]);
      for (const text of values.slice(0, count)) {
        expect(sent.filter(first => first === text).length).toBeLessThan(2);
      }
      expect(new Set(sent).size).toBe(4);
    },
  );
});

it('is not called after an abort', async () => {
  const controller = new AbortController();
  server.behave(() => ({ delayMilliseconds: 20 }));
  const { told, onProgress } = record(({ completed }) => {
    if (completed > 0) controller.abort();
  });
  const model = createEmbeddingModel(server, 'http', { onProgress });
  const { signal: abortSignal } = controller;
  await captureError(() =>
    embedMany({
      model,
      values,
      abortSignal,
      providerOptions: { baseten: { batchSize: 2 } },
    }),
  );
  const count = told.length;
  await setTimeout(100);

  expect(count).toBe(2);
  expect(told).toHaveLength(count);
});

it('is not called for an empty array', async () => {
  const { told, onProgress } = record();
  const model = createEmbeddingModel(server, 'http', { onProgress });
  await embedMany({ model, values: [] });

  expect(told).toEqual([]);
});

it('tells how far reranking is, in documents', async () => {
  const { told, onProgress } = record();
  const { modelURL, apiKey } = server;
  const baseten = createBaseten({ modelURL, apiKey, onProgress });
  await rerank({
    model: baseten.rerankingModel(),
    query: 'text number 7',
    documents: values,
    providerOptions,
  });

  expect(told).toEqual(steps('reranking', [0, 6, 12, 18, 20]));
});

it.each([
  ['ai-sdk-5', createBaseten5],
  ['ai-sdk-6', createBaseten6],
])('is a setting of %s', async (_, create) => {
  const { told, onProgress } = record();
  const { modelURL, apiKey } = server;
  const model = create({ modelURL, apiKey, onProgress }).textEmbeddingModel();
  await model.doEmbed({ values, providerOptions });

  expect(told).toEqual(steps('embedding', [0, 6, 12, 18, 20]));
});
