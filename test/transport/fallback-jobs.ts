import { APICallError } from '@ai-sdk/provider';
import {
  type Behave,
  type LocalBasetenOptions,
  startLocalBaseten,
} from '../../local-baseten';
import { createBaseten } from '../../src';
import { recordClients } from '../support/record-clients';
import { vectorsOf } from '../support/texts';
import { DIMENSIONS } from '../support/use-local-baseten';

/** A provider with a server of its own, and what passed between them. */
async function setUp(options: LocalBasetenOptions = {}) {
  const server = await startLocalBaseten({
    dimensions: DIMENSIONS,
    ...options,
  });
  const { PerformanceClient, posted } = recordClients();
  const model = createBaseten({
    modelURL: server.modelURL,
    apiKey: server.apiKey,
    performanceClient: PerformanceClient,
  }).embeddingModel();

  const embed = async (values: string[], options = {}) => {
    const { embeddings, providerMetadata, warnings } = await model.doEmbed({
      values,
      providerOptions: { baseten: options },
    });
    const isRight = String(embeddings) === String(vectorsOf(values));
    return { isRight, warnings, ...providerMetadata?.baseten };
  };

  return {
    embed,
    server,
    /** What happened so far. */
    summary: async () => {
      await server.close();
      return {
        postedByNative: posted.length,
        received: server.requests.map(({ httpVersion }) => httpVersion),
      };
    },
  };
}

const describeError = (error: unknown) =>
  APICallError.isInstance(error)
    ? {
        message: error.message,
        statusCode: error.statusCode,
        isRetryable: error.isRetryable,
      }
    : String(error);

const cutNative: Behave = ({ httpVersion }) =>
  httpVersion === '2.0' ? { cut: 'before-headers' } : {};

export async function http1Only() {
  const { embed, summary } = await setUp({ http2: false });
  const calls = [await embed(['a']), await embed(['b']), await embed(['c'])];

  return { calls, ...(await summary()) };
}

export async function http1OnlyWithManyBatches() {
  const { embed, summary } = await setUp({ http2: false });
  const texts = Array.from({ length: 40 }, (_, index) => `text ${index}`);
  const calls = [
    await embed(texts, { batchSize: 1, maxConcurrentRequests: 8 }),
    await embed(texts, { batchSize: 1, maxConcurrentRequests: 8 }),
  ];
  const { postedByNative, received } = await summary();

  return { calls, postedByNative, received: received.length };
}

export async function cutOnceAfterAnAnswer() {
  const { embed, server, summary } = await setUp();
  const calls = [await embed(['a'])];
  server.behave(cutNative);
  calls.push(await embed(['b']));
  server.behave(() => undefined);
  calls.push(await embed(['c']));
  const { received } = await summary();

  // The native client tries a request that was cut a few times.
  return {
    calls,
    received: received.filter(
      (version, index) => version !== received[index - 1],
    ),
  };
}

export async function cutForOneBatchOfMany() {
  const { embed, server, summary } = await setUp();
  await embed(['a']);
  server.behave(request =>
    JSON.stringify(request.body).includes('"text 7"')
      ? cutNative(request, 0)
      : undefined,
  );
  const texts = Array.from({ length: 12 }, (_, index) => `text ${index}`);
  const call = await embed(texts, { batchSize: 1, maxConcurrentRequests: 2 });
  const { received } = await summary();

  return {
    call,
    overHttp: received.filter(version => version === '1.1').length,
  };
}

export async function unreadableOverNative() {
  const { embed, server, summary } = await setUp();
  server.behave(({ httpVersion }) =>
    httpVersion === '2.0' ? { body: '{"data": [{' } : {},
  );
  const calls = [await embed(['a'])];

  return { calls, ...(await summary()) };
}

export async function cutInBodyOverNative() {
  const { embed, server, summary } = await setUp();
  server.behave(({ httpVersion }) =>
    httpVersion === '2.0' ? { cut: 'in-body' } : {},
  );
  const calls = [await embed(['a'])];

  return { calls, ...(await summary()) };
}

export async function bothFail() {
  const { embed, server, summary } = await setUp();
  server.behave(({ httpVersion }) =>
    httpVersion === '2.0'
      ? { cut: 'before-headers' }
      : { status: 422, body: { error: 'said over HTTP' } },
  );
  const error = await embed(['a']).catch(describeError);
  server.behave(() => undefined);
  const next = await embed(['a']);
  const { received } = await summary();

  return { error, next, last: received.at(-1) };
}

export async function timeout() {
  const { embed, server, summary } = await setUp();
  const url = `${server.modelURL}/v1/embeddings`;
  server.behave(() => ({ hang: true }));
  const error = await embed(['a'], { timeoutSeconds: 1 }).catch(describeError);
  const { received } = await summary();

  return { error, url, received: [...new Set(received)] };
}
