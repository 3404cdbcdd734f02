import { APICallError } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { startLocalBaseten } from '../../local-baseten';
import {
  BATCH_RETRIES,
  NATIVE_CLIENT_RETRIES,
} from '../../src/transport/retry-policy';
import { captureError } from '../support/capture-error';
import { createEmbeddingModel } from '../support/create-embedding-model';
import { vectorsOf } from '../support/texts';
import { DIMENSIONS, useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();

describe('a request over native', () => {
  it.each([408, 409, 429, 500, 502, 503, 504, 529])(
    'is retried after status %i',
    async status => {
      server.behave((_request, before) =>
        before < 1 ? { status } : undefined,
      );
      const model = createEmbeddingModel(server, 'native');
      const { embeddings, providerMetadata } = await model.doEmbed({
        values: ['a', 'b'],
        providerOptions: { baseten: { batchSize: 1 } },
      });

      expect(embeddings).toEqual(vectorsOf(['a', 'b']));
      expect(providerMetadata?.baseten?.transport).toBe('native');
      expect(server.requests).toHaveLength(3);
    },
  );

  it.each([400, 401, 402, 403, 404, 413, 422, 424, 499])(
    'is not retried after status %i',
    async status => {
      server.behave(() => ({ status }));
      const model = createEmbeddingModel(server, 'native');
      const error = await captureError(() => model.doEmbed({ values: ['a'] }));

      expect(error).toMatchObject({ statusCode: status, isRetryable: false });
      expect(server.requests).toHaveLength(1);
    },
  );

  it('gives the headers of the reply', async () => {
    server.behave(() => ({ headers: { 'X-Own': 'mine' } }));
    const model = createEmbeddingModel(server, 'native');
    const { response } = await model.doEmbed({ values: ['a'] });

    expect(response?.headers).toMatchObject({ 'x-own': 'mine' });
  });

  it('goes over HTTP when the client resolves to something else', async () => {
    class OtherClient {
      batchPost() {
        return Promise.resolve([]);
      }
    }
    const model = createEmbeddingModel(server, 'native', {
      performanceClient: OtherClient,
    });
    const { embeddings, providerMetadata } = await model.doEmbed({
      values: ['a'],
    });

    expect(embeddings).toEqual(vectorsOf(['a']));
    expect(providerMetadata?.baseten?.transport).toBe('http');
  });
});

/** Both take the retries' whole time, so they run at once. */
describe.concurrent('a request over native that never succeeds', () => {
  it.each([
    { status: 503, retries: NATIVE_CLIENT_RETRIES },
    { status: 408, retries: BATCH_RETRIES.default },
  ])(
    'ends after $retries retries with status $status, in an error that ai can retry',
    async ({ status, retries }) => {
      const server = await startLocalBaseten({ dimensions: DIMENSIONS });
      server.behave(() => ({ status, body: { error: 'not now' } }));
      const model = createEmbeddingModel(server, 'native');
      const error = await captureError(() =>
        model.doEmbed({
          values: ['a', 'b'],
          providerOptions: {
            baseten: { batchSize: 1, maxConcurrentRequests: 1 },
          },
        }),
      );
      await server.close();

      expect(APICallError.isInstance(error)).toBe(true);
      expect(error).toMatchObject({
        message: 'not now',
        statusCode: status,
        isRetryable: true,
        url: `${server.modelURL}/v1/embeddings`,
      });
      expect(server.requests).toHaveLength(1 + retries);
    },
  );
});
