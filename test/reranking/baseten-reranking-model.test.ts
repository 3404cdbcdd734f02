import {
  APICallError,
  InvalidArgumentError,
  InvalidResponseDataError,
} from '@ai-sdk/provider';
import { rerank } from 'ai';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod/v4';
import { scoreText } from '../../local-baseten';
import { createBaseten } from '../../src';
import { captureError } from '../support/capture-error';
import { TRANSPORTS } from '../support/create-embedding-model';
import { useLocalBaseten } from '../support/use-local-baseten';
import { createDocuments, createModel, QUERY, WORDS } from './support';

const server = await useLocalBaseten();
const { modelURL, apiKey } = server;

/** The ranking by plain sorting of all scores. */
function rankPlainly(documents: readonly string[], topN = documents.length) {
  return documents
    .map((document, originalIndex) => ({
      originalIndex,
      score: scoreText(QUERY, document),
      document,
    }))
    .sort(
      (one, other) =>
        other.score - one.score || one.originalIndex - other.originalIndex,
    )
    .slice(0, topN);
}

const itemsSchema = z.array(z.object({ index: z.number(), score: z.number() }));

describe.each(TRANSPORTS)('reranking over %s', transport => {
  const model = createModel(server, transport);

  it.each([1, 2, 127, 128, 129, 500, 1000])(
    'ranks %i documents as plain sorting does',
    async count => {
      const documents = createDocuments(count);
      const { ranking, providerMetadata } = await rerank({
        model,
        query: QUERY,
        documents,
      });
      const expected = rankPlainly(documents);

      expect(ranking).toHaveLength(count);
      // The native client may read the last bit of a score differently.
      for (const [position, { score }] of ranking.entries()) {
        expect(score).toBeCloseTo(expected[position]?.score ?? Number.NaN, 12);
      }
      expect(new Set(ranking.map(entry => entry.originalIndex)).size).toBe(
        count,
      );
      for (const { originalIndex, document, score } of ranking) {
        expect(document).toBe(documents[originalIndex]);
        expect(score).toBeCloseTo(scoreText(QUERY, document), 12);
      }
      expect(providerMetadata?.baseten).toEqual({
        transport,
        requests: Math.ceil(count / 128),
      });
    },
  );

  it('cuts the ranking to topN after all batches', async () => {
    const documents = createDocuments(300);
    const { ranking } = await rerank({
      model,
      query: QUERY,
      documents,
      topN: 5,
    });

    expect(ranking.map(({ score }) => score.toFixed(9))).toEqual(
      rankPlainly(documents, 5).map(({ score }) => score.toFixed(9)),
    );
  });

  it('keeps the order of documents with the same score', async () => {
    const { ranking } = await rerank({
      model,
      query: QUERY,
      documents: Array.from({ length: 300 }, () => 'the same text'),
    });

    expect(ranking.map(entry => entry.originalIndex)).toEqual(
      Array.from({ length: 300 }, (_, index) => index),
    );
  });

  it('sends the options in the names of the wire, others untouched', async () => {
    await rerank({
      model,
      query: QUERY,
      documents: ['a', 'b', 'c'],
      providerOptions: {
        baseten: {
          rawScores: true,
          truncate: false,
          truncationDirection: 'Left',
          batchSize: 2,
          some_key: 1,
        },
      },
    });

    expect(server.requests.map(({ path, body }) => ({ path, body }))).toEqual(
      expect.arrayContaining([
        {
          path: '/environments/production/sync/rerank',
          body: {
            query: QUERY,
            texts: ['a', 'b'],
            raw_scores: true,
            return_text: false,
            truncate: false,
            truncation_direction: 'Left',
            some_key: 1,
          },
        },
      ]),
    );
    expect(server.requests).toHaveLength(2);
  });

  it('sends objects as JSON, with a warning', async () => {
    const documents = [{ title: 'snow' }, { title: 'a sunny beach' }];
    const { ranking, warnings } = await model.doRerank({
      query: QUERY,
      documents: { type: 'object', values: documents },
    });

    expect(ranking.map(({ index }) => index)).toEqual([1, 0]);
    expect(warnings).toEqual([
      expect.objectContaining({
        type: 'compatibility',
        feature: 'object documents',
      }),
    ]);
    expect(server.requests[0]?.body).toMatchObject({
      texts: documents.map(document => JSON.stringify(document)),
    });
  });

  it.each<[string, (items: z.infer<typeof itemsSchema>) => unknown]>([
    ['a missing index', items => items.slice(1)],
    ['a repeated index', items => items.map(item => ({ ...item, index: 0 }))],
    ['a foreign index', items => items.map(item => ({ ...item, index: 7 }))],
    ['no score', items => items.map(({ index }) => ({ index }))],
    ['a score in text', items => items.map(item => ({ ...item, score: '1' }))],
    ['no array', items => ({ items })],
  ])('refuses a reply with %s, without a repeat', async (_, change) => {
    server.behave(() => ({
      transform: reply => change(itemsSchema.parse(reply)),
    }));
    const error = await captureError(() =>
      rerank({ model, query: QUERY, documents: ['a', 'b', 'c'] }),
    );

    expect(InvalidResponseDataError.isInstance(error)).toBe(true);
    expect(server.requests).toHaveLength(1);
  });

  it('says what the server said', async () => {
    server.behave(() => ({
      status: 424,
      body: { error: 'the model is out of order', error_type: 'Backend' },
    }));
    const error = await captureError(() =>
      rerank({ model, query: QUERY, documents: ['a'] }),
    );

    expect(APICallError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      statusCode: 424,
      message: 'the model is out of order',
    });
  });

  it('rejects at once when it is aborted', async () => {
    server.behave(() => ({ hang: true }));
    const controller = new AbortController();
    const reason = new Error('enough');
    const call = captureError(() =>
      model.doRerank({
        query: QUERY,
        documents: { type: 'text', values: ['a'] },
        abortSignal: controller.signal,
      }),
    );
    await vi.waitFor(() => expect(server.requests).toHaveLength(1));
    controller.abort(reason);

    expect(await call).toBe(reason);
  });
});

describe('rerankingModel', () => {
  it('ranks no documents without a request', async () => {
    const { ranking } = await createModel(server, 'native').doRerank({
      query: QUERY,
      documents: { type: 'text', values: [] },
    });

    expect(ranking).toEqual([]);
    expect(server.requests).toEqual([]);
  });

  it('sends only what is missing when the AI SDK repeats it', async () => {
    const documents = createDocuments(1000);
    // A batch gives up after five attempts.
    let failures = 0;
    server.behave(({ body }) =>
      JSON.stringify(body).includes('number 300"') && failures++ < 5
        ? { status: 503, headers: { 'retry-after-ms': '1' } }
        : undefined,
    );
    const { ranking } = await rerank({
      model: createModel(server, 'http'),
      query: QUERY,
      documents,
    });

    expect(ranking).toHaveLength(1000);
    expect(server.requests).toHaveLength(8 + 5);
  });

  it('is the same as reranking, with an id of its own or the default one', () => {
    const provider = createBaseten({ modelURL, apiKey });

    expect(provider.rerankingModel()).toMatchObject({
      specificationVersion: 'v4',
      provider: 'baseten.reranking',
      modelId: 'reranking',
    });
    expect(provider.reranking('my-reranker').modelId).toBe('my-reranker');
  });

  it.each(['', '/v1', '/rerank', '/v1/', '/v1/embeddings'])(
    'accepts a modelURL that ends in /sync%s',
    async ending => {
      const model = createBaseten({
        modelURL: `${modelURL}${ending}`,
        apiKey,
      }).rerankingModel();
      await rerank({ model, query: QUERY, documents: ['a'] });

      expect(server.requests[0]?.path).toBe(
        '/environments/production/sync/rerank',
      );
    },
  );

  it.each([
    [
      undefined,
      'No model URL provided for reranking. Please set modelURL option for reranking.',
    ],
    [
      'https://model-x.api.baseten.co/environments/production/predict',
      'Not supported. You must use a /sync or /sync/v1 endpoint for reranking.',
    ],
  ])('refuses the modelURL %s', async (url, message) => {
    const error = await captureError(() =>
      createBaseten({ modelURL: url, apiKey }).rerankingModel(),
    );

    expect(InvalidArgumentError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      message: expect.stringContaining(`${message} `),
    });
  });

  it('replaces half a character, in the query as in the documents', async () => {
    await createModel(server, 'http').doRerank({
      query: 'a\ud800',
      documents: { type: 'text', values: ['b\udc00'] },
    });

    expect(server.requests[0]?.body).toMatchObject({
      query: 'a\ufffd',
      texts: ['b\ufffd'],
    });
  });

  it('ranks any documents in any batches as plain sorting does', async () => {
    const model = createModel(server, 'http');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 8 }),
        async (documents, batchSize) => {
          const { ranking } = await rerank({
            model,
            query: QUERY,
            documents,
            providerOptions: { baseten: { batchSize } },
          });
          expect(ranking).toEqual(rankPlainly(documents));
        },
      ),
      { numRuns: 30 },
    );
  });
});
