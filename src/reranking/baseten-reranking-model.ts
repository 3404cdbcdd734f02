import type {
  RerankingModelV4,
  RerankingModelV4CallOptions,
  RerankingModelV4Result,
  SharedV4Warning,
} from '@ai-sdk/provider';
import {
  WORKFLOW_DESERIALIZE,
  WORKFLOW_SERIALIZE,
} from '@ai-sdk/provider-utils';
import { createKeptResults } from '../batching/kept-results';
import {
  type BatchResult,
  replaceLoneSurrogates,
  sendTexts,
} from '../batching/send-texts';
import { assertStrings } from '../errors/assert-strings';
import { createRequestHeaders } from '../settings/create-request-headers';
import { parseBasetenOptions } from '../settings/parse-baseten-options';
import {
  type DeploymentModelConfig,
  deserializeDeploymentModel,
  serializeDeploymentModel,
} from '../transport/serialize-deployment';
import {
  type BasetenRerankingModelId,
  rerankingModelOptionsSchema,
} from './baseten-reranking-model-options';
import { rankByScore, readScores } from './read-ranking';

const PATH = '/rerank';

/**
 * A reranking model of a dedicated deployment. It takes any number of
 * documents and sends them as the embedding model sends texts.
 */
export class BasetenRerankingModel implements RerankingModelV4 {
  readonly specificationVersion = 'v4';
  readonly provider = 'baseten.reranking';
  private readonly keptResults = createKeptResults<BatchResult<number[]>>();

  static [WORKFLOW_SERIALIZE](model: BasetenRerankingModel) {
    return serializeDeploymentModel(model.modelId, model.config);
  }

  static [WORKFLOW_DESERIALIZE](options: { modelId: string; config: unknown }) {
    const { modelId, ...config } = deserializeDeploymentModel(options);
    return new BasetenRerankingModel(modelId, config);
  }

  constructor(
    readonly modelId: BasetenRerankingModelId,
    private readonly config: DeploymentModelConfig,
  ) {}

  async doRerank({
    documents,
    query,
    topN,
    headers,
    abortSignal,
    providerOptions,
  }: RerankingModelV4CallOptions): Promise<RerankingModelV4Result> {
    const {
      batchSize,
      maxConcurrentRequests,
      timeoutSeconds,
      rawScores,
      truncationDirection,
      ...fields
    } = parseBasetenOptions(providerOptions, rerankingModelOptionsSchema);
    assertStrings('query', [query]);
    const texts = toTexts(documents);
    assertStrings('documents', texts);

    if (texts.length === 0) {
      return { ranking: [] };
    }

    const { deployment, credentials } = this.config;
    const { results, ...sent } = await sendTexts({
      deployment,
      keptResults: this.keptResults,
      path: PATH,
      texts,
      owner: documents.values,
      options: { batchSize, maxConcurrentRequests, timeoutSeconds },
      createBody: batch => ({
        query: replaceLoneSurrogates(query),
        texts: batch,
        raw_scores: rawScores,
        return_text: false,
        truncation_direction: truncationDirection,
        ...fields,
      }),
      readReply: (body, { length }) => readScores(body, length),
      headers: createRequestHeaders(credentials, headers),
      abortSignal,
    });

    return {
      ranking: rankByScore(results.flat(), topN),
      warnings: [...sent.warnings, ...warnOfObjects(documents)],
      providerMetadata: sent.providerMetadata,
      response: { headers: sent.headers },
    };
  }
}

function toTexts(
  documents: RerankingModelV4CallOptions['documents'],
): string[] {
  return documents.type === 'text'
    ? documents.values
    : documents.values.map(value => JSON.stringify(value));
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
