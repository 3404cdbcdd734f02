import {
  InvalidArgumentError,
  type RerankingModelV4,
  type RerankingModelV4CallOptions,
  type RerankingModelV4Result,
  type SharedV4Warning,
} from '@ai-sdk/provider';
import { WORKFLOW_DESERIALIZE, WORKFLOW_SERIALIZE } from '@workflow/serde';
import { createKeptResults } from '../batching/kept-results';
import {
  type BatchResult,
  replaceLoneSurrogates,
  sendTexts,
} from '../batching/send-texts';
import { assertPositiveInteger } from '../errors/assert-positive-integer';
import {
  assertArray,
  assertString,
  assertStrings,
} from '../errors/assert-strings';
import { parseBasetenOptions } from '../settings/parse-baseten-options';
import {
  type DeploymentModelConfig,
  deserializeDeploymentModel,
  serializeDeploymentModel,
} from '../transport/serialize-deployment';
import { INSPECT } from '../utils/inspect';
import {
  type BasetenRerankingModelId,
  rerankingModelOptionsSchema,
} from './baseten-reranking-model-options';
import { rankByScore, readScores } from './read-ranking';

const PATH = '/rerank';

/**
 * A reranking model of a dedicated deployment. It accepts any number of
 * documents, and sends them like the embedding model sends texts.
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

  /** What printing and logging a model shows. */
  toJSON() {
    const { provider, modelId } = this;
    return { provider, modelId, url: this.config.deployment.settings.syncURL };
  }

  [INSPECT]() {
    return this.toJSON();
  }

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
      batchRetries,
      rawScores,
      truncationDirection,
      ...fields
    } = parseBasetenOptions(providerOptions, rerankingModelOptionsSchema);
    assertString('query', query);
    assertPositiveInteger('topN', topN);
    const texts = toTexts(documents);

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
      options: {
        batchSize,
        maxConcurrentRequests,
        timeoutSeconds,
        batchRetries,
      },
      createBody: batch => ({
        query: replaceLoneSurrogates(query),
        texts: batch,
        raw_scores: rawScores,
        return_text: false,
        truncation_direction: truncationDirection,
        ...fields,
      }),
      readReply: (body, { length }) => readScores(body, length),
      ...(await credentials.createHeaders(headers)),
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
