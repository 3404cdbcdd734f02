import {
  InvalidArgumentError,
  type RerankingModelV4CallOptions,
  type RerankingModelV4Result,
  type SharedV4Warning,
} from '@ai-sdk/provider';
import type { BatchedModel } from '../batching/batched-model';
import { toBodyFields } from '../batching/deployment-options';
import { replaceLoneSurrogates, sendTexts } from '../batching/send-texts';
import { assertPositiveInteger } from '../errors/assert-positive-integer';
import {
  assertArray,
  assertString,
  assertStrings,
} from '../errors/assert-strings';
import { parseBasetenOptions } from '../settings/parse-baseten-options';
import { createDeployment } from '../transport/deployment';
import { rerankingModelOptionsSchema } from './baseten-reranking-model-options';
import { rankByScore, readScores } from './read-ranking';

const PATH = '/rerank';

/** Sends the documents in batches, as the embedding model sends texts. */
export async function rerank(
  { modelId, config, keptResults }: BatchedModel<number[]>,
  {
    documents,
    query,
    topN,
    headers,
    abortSignal,
    providerOptions,
  }: RerankingModelV4CallOptions,
): Promise<RerankingModelV4Result> {
  const { options, warnings } = parseBasetenOptions(
    providerOptions,
    rerankingModelOptionsSchema,
  );
  const { rawScores, truncationDirection, ...fields } = options;
  assertString('query', query);
  assertPositiveInteger('topN', topN);
  const texts = toTexts(documents);

  if (texts.length === 0) {
    return { ranking: [], warnings };
  }

  const { results, ...sent } = await sendTexts({
    deployment: createDeployment(config),
    keptResults,
    path: PATH,
    texts,
    owner: documents.values,
    options,
    createBody: batch => ({
      query: replaceLoneSurrogates(query),
      texts: batch,
      raw_scores: rawScores,
      return_text: false,
      truncation_direction: truncationDirection,
      ...toBodyFields(fields),
    }),
    readReply: (body, { length }) => readScores(body, length),
    progress: { kind: 'reranking', modelId, onProgress: config.onProgress },
    ...(await config.credentials.createHeaders(headers)),
    abortSignal,
  });

  return {
    ranking: rankByScore(results.flat(), topN),
    warnings: [...sent.warnings, ...warnings, ...warnOfObjects(documents)],
    providerMetadata: sent.providerMetadata,
    response: { headers: sent.headers },
  };
}

function toTexts({
  type,
  values,
}: RerankingModelV4CallOptions['documents']): readonly string[] {
  assertArray('documents', values);
  const texts = type === 'text' ? values : values.map(toJson);
  assertStrings('documents', texts);
  return texts;
}

function toJson(value: unknown, index: number): unknown {
  try {
    return JSON.stringify(value);
  } catch (cause) {
    throw new InvalidArgumentError({
      argument: 'documents',
      message: `Expected documents[${index}] to be an object that JSON can hold, got one that is circular, nested too deeply or holds a bigint.`,
      cause,
    });
  }
}

function warnOfObjects({
  type,
}: RerankingModelV4CallOptions['documents']): SharedV4Warning[] {
  return type === 'object'
    ? [
        {
          type: 'compatibility',
          feature: 'object documents',
          details: 'Each document is sent as its JSON text.',
        },
      ]
    : [];
}
