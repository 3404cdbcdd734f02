import type { JSONObject } from '@ai-sdk/provider';
import { embedMany } from 'ai';
import { describe, expect, it } from 'vitest';
import type { Behaviour, RecordedRequest } from '../../local-baseten';
import { BATCH_RETRIES } from '../../src/transport/retry-policy';
import { captureError } from '../support/capture-error';
import {
  createEmbeddingModel,
  TRANSPORTS,
} from '../support/create-embedding-model';
import { createTexts, textsOf, vectorsOf } from '../support/texts';
import { useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();
const SOON = { 'retry-after-ms': '1' };
const values = createTexts(20);

/** Ten batches, one after the other. */
const IN_TURN = { batchSize: 2, maxConcurrentRequests: 1 };
const providerOptions = { baseten: IN_TURN };

/** The first texts of the batches that were sent, in a stable order. */
const sent = () => server.requests.map(request => textsOf(request)[0]).sort();

const holds = (request: RecordedRequest, text: string) =>
  textsOf(request).includes(text);

/** Fails the batch with a text for as long as `isFailing` says so. */
function failBatch(text: string, behaviour: Behaviour) {
  let isFailing = true;
  server.behave(request =>
    isFailing && holds(request, text) ? behaviour : undefined,
  );
  return () => {
    isFailing = false;
  };
}

/** Sends the first five batches, of which the last one fails. */
async function failOnce(
  model: ReturnType<typeof createEmbeddingModel>,
  texts: string[],
) {
  const succeed = failBatch('text number 8', { status: 400 });
  const error = await captureError(() =>
    model.doEmbed({ values: texts, providerOptions }),
  );
  expect(error).toHaveProperty('statusCode', 400);
  expect(server.requests).toHaveLength(5);
  succeed();
  server.reset();
}

describe.each(TRANSPORTS)('a repeated call over %s', transport => {
  it('sends only what is missing, and gives and counts everything', async () => {
    const model = createEmbeddingModel(server, transport);
    await failOnce(model, values);
    const { embeddings, usage, providerMetadata } = await model.doEmbed({
      values,
      providerOptions,
    });

    expect(embeddings).toEqual(vectorsOf(values));
    expect(usage).toEqual({ tokens: 60 });
    expect(server.requests).toHaveLength(6);
    expect(providerMetadata?.baseten?.requests).toBe(6);
  });

  it('sends everything again once it has succeeded', async () => {
    const model = createEmbeddingModel(server, transport);
    await failOnce(model, values);
    await model.doEmbed({ values, providerOptions });
    server.reset();
    await model.doEmbed({ values, providerOptions });

    expect(server.requests).toHaveLength(10);
  });

  it('sends everything when the array is another', async () => {
    const model = createEmbeddingModel(server, transport);
    await failOnce(model, values);
    await model.doEmbed({ values: [...values], providerOptions });

    expect(server.requests).toHaveLength(10);
  });

  it('sends a batch again whose text has changed', async () => {
    const model = createEmbeddingModel(server, transport);
    const changing = [...values];
    await failOnce(model, changing);
    changing[0] = 'another text';
    const { embeddings } = await model.doEmbed({
      values: changing,
      providerOptions,
    });

    expect(embeddings).toEqual(vectorsOf(changing));
    expect(server.requests).toHaveLength(7);
    expect(sent()).toContain('another text');
  });

  it.each<[name: string, options: JSONObject, dimensions?: number]>([
    ['dimensions', {}, 4],
    ['the dimensions option', { dimensions: 4 }],
    ['the user', { user: 'other' }],
    ['the format', { encodingFormat: 'float' }],
    ['another key', { truncate: false }],
  ])('sends everything when %s changed', async (_name, options, dimensions) => {
    const model = createEmbeddingModel(server, transport);
    await failOnce(model, values);
    const { embeddings } = await model.doEmbed({
      values,
      ...(dimensions != null && { dimensions }),
      providerOptions: { baseten: { ...IN_TURN, ...options } },
    });

    expect(embeddings).toHaveLength(20);
    expect(server.requests).toHaveLength(10);
  });
});

describe("ai's own retries", () => {
  const model = createEmbeddingModel(server, 'http');

  it('send no finished batch twice', async () => {
    let failures = 0;
    server.behave(request => {
      if (!holds(request, 'text number 8') || failures === 7) return undefined;
      failures += 1;
      return { status: 503, headers: SOON };
    });
    const { embeddings, usage } = await embedMany({
      model,
      values,
      providerOptions,
      maxRetries: 2,
    });

    expect(embeddings).toEqual(vectorsOf(values));
    expect(usage).toEqual({ tokens: 60 });
    expect(server.requests).toHaveLength(10 + 7);
    expect(new Set(sent()).size).toBe(10);
  });

  it('find nothing kept of a call that ran at the same time', async () => {
    await Promise.all([
      embedMany({ model, values, providerOptions }),
      embedMany({ model, values, providerOptions }),
    ]);

    expect(server.requests).toHaveLength(20);
  });
});

describe('a failure that can be retried', () => {
  it('starts no further batch and keeps those in flight', async () => {
    const model = createEmbeddingModel(server, 'http');
    const options = { baseten: { batchSize: 2, maxConcurrentRequests: 3 } };
    const call = { values, providerOptions: options };
    const succeed = failBatch('text number 4', { status: 503, headers: SOON });
    await captureError(() => model.doEmbed(call));
    const first = sent();
    succeed();
    server.reset();
    await model.doEmbed(call);

    // All but the batch that failed are sent once, whenever it was.
    expect([...new Set([...first, ...sent()])]).toHaveLength(10);
    expect(first.filter(text => text === 'text number 4')).toHaveLength(
      1 + BATCH_RETRIES.default,
    );
    expect(first.length - BATCH_RETRIES.default + server.requests.length).toBe(
      10 + 1,
    );
  });
});
