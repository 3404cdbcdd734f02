import { getEventListeners } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { embedMany } from 'ai';
import { describe, expect, it, vi } from 'vitest';
import { captureError } from '../support/capture-error';
import {
  createEmbeddingModel,
  TRANSPORTS,
} from '../support/create-embedding-model';
import { createGate } from '../support/create-gate';
import { createTexts } from '../support/texts';
import { useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();
const reason = new Error('changed my mind');
const providerOptions = {
  baseten: { batchSize: 1, maxConcurrentRequests: 4 },
};

describe.each(TRANSPORTS)('an abort over %s', transport => {
  const model = createEmbeddingModel(server, transport);
  const values = createTexts(20);

  it('before the call sends nothing', async () => {
    const abortSignal = AbortSignal.abort(reason);
    const error = await captureError(() =>
      embedMany({ model, values, abortSignal }),
    );

    expect(error).toBe(reason);
    expect(server.requests).toEqual([]);
  });

  it('during batches rejects at once with its reason, and sends no more', async () => {
    const controller = new AbortController();
    server.behave(() => ({ delayMilliseconds: 1000 }));
    const error = captureError(() =>
      embedMany({
        model,
        values,
        providerOptions,
        abortSignal: controller.signal,
      }),
    );
    await vi.waitFor(() => expect(server.requests).toHaveLength(4));
    const start = performance.now();
    controller.abort(reason);

    expect(await error).toBe(reason);
    expect(performance.now() - start).toBeLessThan(500);
    await setTimeout(1200);
    expect(server.requests).toHaveLength(4);
  });

  it('makes room at once for the next call', async () => {
    const controller = new AbortController();
    server.behave((_request, count) => ({
      delayMilliseconds: count < 4 ? 1500 : 0,
    }));
    const error = captureError(() =>
      model.doEmbed({
        values,
        providerOptions,
        abortSignal: controller.signal,
      }),
    );
    await vi.waitFor(() => expect(server.requests).toHaveLength(4));
    controller.abort(reason);
    await error;
    const start = performance.now();
    await model.doEmbed({ values: ['a'], providerOptions });

    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('between batches rejects with its reason, and sends no more', async () => {
    const controller = new AbortController();
    server.behave((_request, count) => {
      if (count === 5) controller.abort(reason);
      return undefined;
    });
    const error = await captureError(() =>
      embedMany({
        model,
        values,
        providerOptions,
        abortSignal: controller.signal,
      }),
    );

    expect(error).toBe(reason);
    await setTimeout(50);
    expect(server.requests.length).toBeLessThan(12);
  });

  it('while a retry waits rejects at once with its reason', async () => {
    const controller = new AbortController();
    server.behave(() => ({ status: 408, headers: { 'retry-after': '30' } }));
    const error = captureError(() =>
      model.doEmbed({
        values: ['a'],
        providerOptions: { baseten: { batchRetries: 4 } },
        abortSignal: controller.signal,
      }),
    );
    await vi.waitFor(() => expect(server.requests).toHaveLength(1));
    controller.abort(reason);

    expect(await error).toBe(reason);
    await setTimeout(200);
    expect(server.requests).toHaveLength(1);
  });

  it('while other calls have all the room rejects at once, too', async () => {
    const controller = new AbortController();
    const gate = createGate();
    server.behave(() => gate.pass());
    const room = { baseten: { batchSize: 1, maxConcurrentRequests: 150 } };
    const other = model.doEmbed({
      values: createTexts(150),
      providerOptions: room,
    });
    expect(await gate.waiting(150)).toBe(150);
    const error = captureError(() =>
      model.doEmbed({
        values: ['b', 'c'],
        providerOptions: room,
        abortSignal: controller.signal,
      }),
    );
    await setTimeout(20);
    const start = performance.now();
    controller.abort(reason);

    expect(await error).toBe(reason);
    expect(performance.now() - start).toBeLessThan(500);
    gate.open();
    await other;
    await setTimeout(20);
    expect(server.requests).toHaveLength(150);
  });

  it('without a reason rejects with an AbortError', async () => {
    const controller = new AbortController();
    server.behave(() => ({ delayMilliseconds: 100 }));
    const error = captureError(() =>
      model.doEmbed({ values: ['a'], abortSignal: controller.signal }),
    );
    await vi.waitFor(() => expect(server.requests).toHaveLength(1));
    controller.abort();

    expect(await error).toHaveProperty('name', 'AbortError');
  });

  it('after the call changes nothing', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const { embeddings } = await model.doEmbed({ values, abortSignal: signal });
    controller.abort();

    expect(embeddings).toHaveLength(20);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });
});

it('ends over http what is in flight', async () => {
  const controller = new AbortController();
  server.behave(() => ({ hang: true }));
  const error = captureError(() =>
    createEmbeddingModel(server, 'http').doEmbed({
      values: createTexts(4),
      providerOptions,
      abortSignal: controller.signal,
    }),
  );
  await vi.waitFor(() => expect(server.requests).toHaveLength(4));
  controller.abort();
  await error;

  await vi.waitFor(() =>
    expect(server.requests.map(({ aborted }) => aborted)).toEqual([
      true,
      true,
      true,
      true,
    ]),
  );
});

it('ends over http what is in flight after a failure that cannot be retried', async () => {
  server.behave(async (_request, count) => {
    if (count < 3) return { hang: true };
    await vi.waitFor(() => expect(server.requests).toHaveLength(4));
    return { status: 400 };
  });
  const start = performance.now();
  const error = await captureError(() =>
    createEmbeddingModel(server, 'http').doEmbed({
      values: createTexts(20),
      providerOptions,
    }),
  );

  expect(error).toHaveProperty('statusCode', 400);
  expect(performance.now() - start).toBeLessThan(5000);
  await vi.waitFor(() =>
    expect(server.requests.filter(({ aborted }) => aborted)).toHaveLength(3),
  );
  expect(server.requests).toHaveLength(4);
});
