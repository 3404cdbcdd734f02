import type {
  EmbeddingModelV4,
  EmbeddingModelV4CallOptions,
  EmbeddingModelV4Result,
} from '@ai-sdk/provider';
import { WORKFLOW_DESERIALIZE, WORKFLOW_SERIALIZE } from '@workflow/serde';
import { createKeptResults } from '../batching/kept-results';
import { type BatchResult, sendTexts } from '../batching/send-texts';
import { assertPositiveInteger } from '../errors/assert-positive-integer';
import { assertStrings } from '../errors/assert-strings';
import {
  parseBasetenOptions,
  warnOfOldName,
} from '../settings/parse-baseten-options';
import {
  type DeploymentModelConfig,
  deserializeDeploymentModel,
  serializeDeploymentModel,
} from '../transport/serialize-deployment';
import { INSPECT } from '../utils/inspect';
import {
  type BasetenEmbeddingModelId,
  embeddingModelOptionsSchema,
} from './baseten-embedding-model-options';
import {
  assertSameLength,
  type DecodedEmbeddings,
  decodeEmbeddings,
  holdsNumbers,
} from './decode-embeddings';

const PATH = '/v1/embeddings';

/**
 * An embedding model of a dedicated deployment. It accepts any number of values
 * per call, and sends them in batches over the native client where possible.
 */
export class BasetenEmbeddingModel implements EmbeddingModelV4 {
  readonly specificationVersion = 'v4';
  readonly provider = 'baseten.embedding';
  readonly maxEmbeddingsPerCall = Number.POSITIVE_INFINITY;
  readonly supportsParallelCalls = true;
  private readonly keptResults =
    createKeptResults<BatchResult<DecodedEmbeddings>>();

  static [WORKFLOW_SERIALIZE](model: BasetenEmbeddingModel) {
    return serializeDeploymentModel(model.modelId, model.config);
  }

  static [WORKFLOW_DESERIALIZE](options: { modelId: string; config: unknown }) {
    const { modelId, ...config } = deserializeDeploymentModel(options);
    return new BasetenEmbeddingModel(modelId, config);
  }

  constructor(
    readonly modelId: BasetenEmbeddingModelId,
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

  async doEmbed({
    values,
    dimensions,
    headers,
    abortSignal,
    providerOptions,
  }: EmbeddingModelV4CallOptions): Promise<EmbeddingModelV4Result> {
    const {
      batchSize,
      maxConcurrentRequests,
      timeoutSeconds,
      batchRetries,
      encodingFormat = 'base64',
      // An option that is `undefined` must not hide the call's own.
      dimensions: wantedDimensions = dimensions,
      ...fields
    } = parseBasetenOptions(providerOptions, embeddingModelOptionsSchema);
    assertStrings('values', values);
    assertPositiveInteger('dimensions', dimensions);

    if (values.length === 0) {
      return { embeddings: [], usage: { tokens: 0 }, warnings: [] };
    }

    const { deployment, credentials } = this.config;
    const { results, ...sent } = await sendTexts({
      deployment,
      keptResults: this.keptResults,
      path: PATH,
      texts: values,
      owner: values,
      options: {
        batchSize,
        maxConcurrentRequests,
        timeoutSeconds,
        batchRetries,
      },
      createBody: input => ({
        model: this.modelId,
        input,
        encoding_format: encodingFormat,
        dimensions: wantedDimensions,
        ...fields,
      }),
      readReply: (body, { length }) => decodeEmbeddings(body, length),
      numbers: {
        areAskedFor: encodingFormat === 'float',
        areIn: holdsNumbers,
      },
      ...(await credentials.createHeaders(headers)),
      abortSignal,
    });
    const embeddings = results.flatMap(result => result.embeddings);
    assertSameLength(embeddings);

    return {
      embeddings,
      usage: sumTokens(results),
      warnings: [...sent.warnings, ...warnOfOldName(providerOptions)],
      providerMetadata: sent.providerMetadata,
      response: { headers: sent.headers, body: results[0]?.rest },
    };
  }
}

function sumTokens(
  results: DecodedEmbeddings[],
): { tokens: number } | undefined {
  const tokens = results.reduce(
    (sum, result) => sum + (result.tokens ?? Number.NaN),
    0,
  );
  // Without the count of one batch the sum would be wrong.
  return Number.isNaN(tokens) ? undefined : { tokens };
}
