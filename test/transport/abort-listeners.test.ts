import { getEventListeners } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBaseten } from '../../src';
import {
  createEmbeddingModel,
  TRANSPORTS,
} from '../support/create-embedding-model';
import { createTexts } from '../support/texts';
import { useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten({ recordBodies: false });

const warnings: Error[] = [];
const onWarning = (warning: Error) => warnings.push(warning);
beforeAll(() => {
  process.on('warning', onWarning);
});
afterAll(() => {
  process.off('warning', onWarning);
});

describe('one abort signal', () => {
  it('keeps no listener of 10,000 calls', async () => {
    const { signal } = new AbortController();
    const model = createBaseten({
      apiKey: 'some-key',
      modelURL: 'https://localhost/sync',
      fetch: async () =>
        Response.json({ data: [{ index: 0, embedding: [1, 2] }] }),
    }).embeddingModel();
    const embedAtOnce = async (count: number) => {
      const calls = Array.from({ length: count }, () =>
        model.doEmbed({ values: ['a'], abortSignal: signal }),
      );
      most = Math.max(most, getEventListeners(signal, 'abort').length);
      await Promise.all(calls);
    };
    let most = 0;
    for (let round = 0; round < 2_400; round++) await embedAtOnce(4);
    await embedAtOnce(400);

    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    expect(most).toBeLessThanOrEqual(1);
    expect(warnings).toEqual([]);
  });

  it.each([200, 400])(
    'of a request is free once a reply with status %i is there',
    async status => {
      const signals: AbortSignal[] = [];
      const model = createBaseten({
        apiKey: 'some-key',
        modelURL: 'https://localhost/sync',
        fetch: async (_input, { signal } = {}) => {
          if (signal != null) signals.push(signal);
          const body = { data: [{ index: 0, embedding: [1, 2] }] };
          return Response.json(body, { status });
        },
      }).embeddingModel();
      await Promise.allSettled([model.doEmbed({ values: ['a'] })]);

      expect(signals).toHaveLength(1);
      expect(signals.map(signal => getEventListeners(signal, 'abort'))).toEqual(
        [[]],
      );
    },
  );

  it.each(TRANSPORTS)(
    'keeps no listener of calls with many batches over %s, good or bad',
    async transport => {
      const { signal } = new AbortController();
      const model = createEmbeddingModel(server, transport);
      const providerOptions = {
        baseten: { batchSize: 1, maxConcurrentRequests: 100 },
      };
      const embed = () =>
        model.doEmbed({
          values: createTexts(200),
          abortSignal: signal,
          providerOptions,
        });
      await Promise.all([embed(), embed()]);
      server.behave((_request, count) =>
        count === 50 ? { status: 400 } : undefined,
      );
      await expect(embed()).rejects.toHaveProperty('statusCode', 400);

      expect(getEventListeners(signal, 'abort')).toHaveLength(0);
      expect(warnings).toEqual([]);
    },
  );
});
