import { embed, embedMany } from 'ai';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createEmbeddingModel,
  TRANSPORTS,
} from '../support/create-embedding-model';
import { createGate } from '../support/create-gate';
import { createTexts, textsOf, vectorsOf } from '../support/texts';
import { useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();

describe.each(TRANSPORTS)('batches over %s', transport => {
  const model = createEmbeddingModel(server, transport);

  it('hold at most 128 texts, each text once', async () => {
    const values = createTexts(1000);
    await embedMany({ model, values });
    const sent = server.requests.map(textsOf);

    expect(sent).toHaveLength(8);
    expect(Math.max(...sent.map(({ length }) => length))).toBe(128);
    expect(sent.flat().sort()).toEqual([...values].sort());
  });

  it.each([
    ['32', {}, 32],
    ['1', { maxConcurrentRequests: 1 }, 1],
    ['7', { maxConcurrentRequests: 7 }, 7],
    ['60', { maxConcurrentRequests: 60 }, 60],
  ])(
    'are in flight %s at a time with the options %j',
    async (_limit, options, limit) => {
      const gate = createGate();
      server.behave(() => gate.pass());
      const done = embedMany({
        model,
        values: createTexts(100),
        providerOptions: { baseten: { batchSize: 1, ...options } },
      });

      expect(await gate.waiting(limit)).toBe(limit);
      gate.open();
      await done;
      expect(server.requests).toHaveLength(100);
      expect(server.peakInFlight).toBe(limit);
    },
  );

  it('give the vectors in order, however they are split and answered', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 40 }),
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.nat(4), { minLength: 1 }),
        async (values, batchSize, maxConcurrentRequests, delays) => {
          server.behave((_request, count) => ({
            delayMilliseconds: delays[count % delays.length] ?? 0,
          }));
          const { embeddings } = await model.doEmbed({
            values,
            providerOptions: { baseten: { batchSize, maxConcurrentRequests } },
          });

          expect(embeddings).toEqual(vectorsOf(values));
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe.each(TRANSPORTS)('jobs at the same time over %s', transport => {
  it.each([
    ['128 requests', Array.from({ length: 6 }, () => ({})), 128],
    [
      'more where one of them asks for more',
      [2, 140, 90].map(maxConcurrentRequests => ({ maxConcurrentRequests })),
      140,
    ],
  ])('share one limit: %s', async (_name, jobs, limit) => {
    const model = createEmbeddingModel(server, transport);
    const gate = createGate();
    server.behave(() => gate.pass());
    const values = createTexts(140);
    const done = Promise.all(
      jobs.map(options =>
        embedMany({
          model,
          values,
          providerOptions: { baseten: { batchSize: 1, ...options } },
        }),
      ),
    );

    expect(await gate.waiting(limit)).toBe(limit);
    gate.open();
    for (const { embeddings } of await done) {
      expect(embeddings).toEqual(vectorsOf(values));
    }
    expect(server.requests).toHaveLength(values.length * jobs.length);
    expect(server.peakInFlight).toBe(limit);
  });

  it('do not hold up a small one', async () => {
    const model = createEmbeddingModel(server, transport);
    server.behave(() => ({ delayMilliseconds: 5 }));
    const providerOptions = {
      baseten: { batchSize: 1, maxConcurrentRequests: 8 },
    };
    const large = embedMany({
      model,
      values: createTexts(400),
      providerOptions,
    });
    while (server.requests.length < 8) await Promise.race([large, tick()]);
    await embedMany({
      model,
      values: ['a small job', 'of two batches'],
      providerOptions,
    });

    expect(server.requests.length).toBeLessThan(100);
    await large;
  });

  it('take no place from a call of one batch, and give it none', async () => {
    const model = createEmbeddingModel(server, transport);
    const gate = createGate();
    server.behave(request =>
      textsOf(request).includes('a query') ? undefined : gate.pass(),
    );
    const large = embedMany({
      model,
      values: createTexts(300),
      providerOptions: {
        baseten: { batchSize: 1, maxConcurrentRequests: 200 },
      },
    });
    expect(await gate.waiting(200)).toBe(200);

    const queries = Array.from({ length: 20 }, () =>
      embed({ model, value: 'a query' }),
    );
    expect(await Promise.all(queries)).toHaveLength(20);
    expect(await gate.waiting(200)).toBe(200);
    gate.open();
    await large;
  });
});

function tick(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 1));
}
