import { APICallError } from '@ai-sdk/provider';
import type { FetchFunction } from '@ai-sdk/provider-utils';
import { embed, RetryError } from 'ai';
import { describe, expect, it, vi } from 'vitest';
import type { Behaviour } from '../../local-baseten';
import { captureError } from '../support/capture-error';
import { createEmbeddingModel } from '../support/create-embedding-model';
import { vectorsOf } from '../support/texts';
import { useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();
const model = createEmbeddingModel(server, 'http');
/** As in a call of several batches. */
const providerOptions = { baseten: { batchRetries: 4 } };
const SOON = { 'retry-after-ms': '1' };

/** Fails the first requests in a given way. */
function failFirst(count: number, behaviour: Behaviour) {
  server.behave((_request, before) => (before < count ? behaviour : undefined));
}

const gaps = () =>
  server.requests
    .slice(1)
    .map(({ at }, index) => at - (server.requests[index]?.at ?? 0));

describe('a request over http', () => {
  it.each([408, 409, 429, 500, 502, 503, 504, 529])(
    'is retried after status %i',
    async status => {
      failFirst(2, { status, headers: SOON });
      const { embeddings } = await model.doEmbed({
        values: ['a'],
        providerOptions,
      });

      expect(embeddings).toEqual(vectorsOf(['a']));
      expect(server.requests).toHaveLength(3);
    },
  );

  it.each([400, 401, 402, 403, 404, 413, 422, 424])(
    'is not retried after status %i',
    async status => {
      failFirst(1, { status, headers: SOON });
      const error = await captureError(() =>
        model.doEmbed({ values: ['a'], providerOptions }),
      );

      expect(error).toMatchObject({ statusCode: status, isRetryable: false });
      expect(server.requests).toHaveLength(1);
    },
  );

  it.each<[name: string, behaviour: Behaviour]>([
    ['was cut', { cut: 'before-headers' }],
    ['was cut in the body', { cut: 'in-body' }],
    ['was cut in the body of an error', { status: 400, cut: 'in-body' }],
    ['is half a JSON text', { body: '{"data": [{' }],
    ['is garbled', { body: '{"data": \u0000}' }],
    ['is empty', { body: '' }],
  ])('is retried after a reply that %s', async (_name, behaviour) => {
    failFirst(1, behaviour);
    const { embeddings } = await model.doEmbed({
      values: ['a'],
      providerOptions,
    });

    expect(embeddings).toEqual(vectorsOf(['a']));
    expect(server.requests).toHaveLength(2);
  });

  it.each<[name: string, behaviour: Behaviour]>([
    ['headers', { hang: true }],
    ['a body', { hang: 'in-body' }],
  ])(
    'is left to ai to repeat when %s took too long',
    async (_name, behaviour) => {
      failFirst(1, behaviour);
      const error = await captureError(() =>
        model.doEmbed({
          values: ['a'],
          providerOptions: { baseten: { timeoutSeconds: 1 } },
        }),
      );

      expect(APICallError.isInstance(error)).toBe(true);
      expect(error).toMatchObject({
        message: `Expected ${server.modelURL}/v1/embeddings to answer within 1 s, got nothing.`,
        isRetryable: true,
      });
      await vi.waitFor(() =>
        expect(server.requests).toMatchObject([{ aborted: true }]),
      );
    },
  );

  it('ends in time though a custom fetch does not look at its signal', async () => {
    const deaf = createEmbeddingModel(server, 'http', {
      fetch: () => new Promise(() => {}),
    });
    const error = await captureError(() =>
      deaf.doEmbed({
        values: ['a'],
        providerOptions: { baseten: { timeoutSeconds: 1 } },
      }),
    );

    expect(error).toMatchObject({ isRetryable: true });
  });

  it.each([[{ 'retry-after-ms': '200' }], [{ 'retry-after': '0.2' }]])(
    'waits as long as %j asks',
    async headers => {
      failFirst(1, { status: 429, headers });
      await model.doEmbed({ values: ['a'], providerOptions });

      expect(gaps()[0]).toBeGreaterThanOrEqual(199);
    },
  );

  it('waits a moment when nothing asks for more', async () => {
    failFirst(1, { status: 503 });
    await model.doEmbed({ values: ['a'], providerOptions });

    expect(gaps()[0]).toBeGreaterThanOrEqual(90);
  });

  it('gives up after five attempts, with an error that ai can retry', async () => {
    failFirst(Number.POSITIVE_INFINITY, { status: 503, headers: SOON });
    const error = await captureError(() =>
      model.doEmbed({ values: ['a'], providerOptions }),
    );

    expect(APICallError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      message: 'the model is not ready',
      statusCode: 503,
      isRetryable: true,
      responseHeaders: SOON,
    });
    expect(server.requests).toHaveLength(5);
  });

  it("is repeated by ai's own retries after that", async () => {
    failFirst(7, { status: 503, headers: SOON });
    const { embedding } = await embed({
      model,
      value: 'a',
      maxRetries: 1,
      providerOptions,
    });

    expect(embedding).toEqual(vectorsOf(['a'])[0]);
    expect(server.requests).toHaveLength(8);
  });

  it("ends in ai's RetryError when these are used up", async () => {
    failFirst(Number.POSITIVE_INFINITY, { status: 529, headers: SOON });
    const error = await captureError(() =>
      embed({ model, value: 'a', maxRetries: 1, providerOptions }),
    );

    expect(RetryError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      reason: 'maxRetriesExceeded',
      lastError: { statusCode: 529, isRetryable: true },
    });
    expect(server.requests).toHaveLength(10);
  });
});

describe('a reply that is too large', () => {
  const embed = (response: () => Response) => {
    let sent = 0;
    const error = captureError(() =>
      createEmbeddingModel(server, 'http', {
        fetch: async () => {
          sent += 1;
          return response();
        },
      }).doEmbed({ values: ['a'], providerOptions }),
    );
    return { error, sent: () => sent };
  };
  const expected = {
    message: 'Expected a reply of at most 256 MB, got more.',
    isRetryable: false,
  };

  it('is not read, nor sent for again, when its length tells', async () => {
    const { error, sent } = embed(
      () => new Response('', { headers: { 'content-length': '256000001' } }),
    );

    expect(await error).toMatchObject(expected);
    expect(sent()).toBe(1);
  });

  it.each([200, 503])(
    'is read up to the limit when it does not, with status %i',
    async status => {
      const megabyte = new Uint8Array(1_000_000);
      let read = 0;
      let isCancelled = false;
      const endless = new ReadableStream({
        pull: controller => {
          read += 1;
          controller.enqueue(megabyte);
        },
        cancel: () => {
          isCancelled = true;
        },
      });
      const { error, sent } = embed(() => new Response(endless, { status }));

      expect(await error).toMatchObject(expected);
      expect(sent()).toBe(1);
      expect(read).toBeLessThan(260);
      expect(isCancelled).toBe(true);
    },
  );
});

describe('createHttpTransport', () => {
  const request = {
    path: '/v1/embeddings',
    body: { input: ['a'] },
    headers: {},
    timeoutSeconds: 600,
    retries: 4,
    abortSignal: undefined,
  };
  const URL = 'https://localhost/sync';

  /** Loaded while timers are faked, so that its clock is the test's. */
  const load = async (fetch: FetchFunction) => {
    vi.useFakeTimers();
    vi.resetModules();
    const { createHttpTransport } = await import(
      '../../src/transport/http-transport'
    );
    const { findEndpoint } = await import('../../src/transport/endpoints');
    return createHttpTransport({ endpoint: findEndpoint(URL), fetch });
  };

  it('says what went wrong when a custom fetch rejects as it likes', async () => {
    const { send } = await load(
      (_url, init) =>
        new Promise((_, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new Error('?')));
        }),
    );
    const error = captureError(() => send(request));
    await vi.advanceTimersByTimeAsync(600_000);
    vi.useRealTimers();

    expect(await error).toMatchObject({
      message:
        'Expected https://localhost/sync/v1/embeddings to answer within 600 s, got nothing.',
      url: 'https://localhost/sync/v1/embeddings',
      requestBodyValues: request.body,
      isRetryable: true,
    });
  });

  it.each([
    ['an Error', new Error('socket fell out'), 'socket fell out'],
    ['a TypeError', new TypeError('Load failed'), 'Load failed'],
    ['something else', 'no wire', 'no wire'],
  ])('takes %s of fetch for a network error', async (_name, thrown, words) => {
    let attempts = 0;
    const { send } = await load(() => {
      attempts += 1;
      return Promise.reject(thrown);
    });
    const error = captureError(() => send(request));
    await vi.runAllTimersAsync();
    vi.useRealTimers();

    expect(APICallError.isInstance(await error)).toBe(true);
    expect(await error).toMatchObject({
      message: `Cannot connect to API: ${words}`,
      isRetryable: true,
    });
    expect(attempts).toBe(5);
  });
});
