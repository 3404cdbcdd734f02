import { OpenAICompatibleEmbeddingModel } from '@ai-sdk/openai-compatible';
import { type EmbeddingModelV4, InvalidArgumentError } from '@ai-sdk/provider';
import {
  WORKFLOW_DESERIALIZE,
  WORKFLOW_SERIALIZE,
} from '@ai-sdk/provider-utils';
import { createKeptResults } from '../batching/kept-results';
import { type BatchResult, sendTexts } from '../batching/send-texts';
import { assertStrings } from '../errors/assert-strings';
import { createRequestHeaders } from '../settings/create-request-headers';
import { parseBasetenOptions } from '../settings/parse-baseten-options';
import {
  type DeploymentModelConfig,
  deserializeDeploymentModel,
  serializeDeploymentModel,
} from '../transport/serialize-deployment';
import {
  type BasetenEmbeddingModelId,
  embeddingModelOptionsSchema,
} from './baseten-embedding-model-options';
import {
  assertSameLength,
  type DecodedEmbeddings,
  decodeEmbeddings,
} from './decode-embeddings';

const PATH = '/v1/embeddings';

/**
 * An embedding model of a dedicated deployment. It takes any number of values
 * per call and does the batching itself, by the native client where that can
 * carry the request.
 */
export class BasetenEmbeddingModel extends OpenAICompatibleEmbeddingModel {
  private readonly basetenConfig: DeploymentModelConfig;
  private readonly keptResults =
    createKeptResults<BatchResult<DecodedEmbeddings>>();

  static override [WORKFLOW_SERIALIZE](model: BasetenEmbeddingModel) {
    return serializeDeploymentModel(model.modelId, model.basetenConfig);
  }

  static override [WORKFLOW_DESERIALIZE](options: {
    modelId: string;
    config: unknown;
  }) {
    const { modelId, ...config } = deserializeDeploymentModel(options);
    return new BasetenEmbeddingModel(modelId, config);
  }

  constructor(modelId: BasetenEmbeddingModelId, config: DeploymentModelConfig) {
    super(modelId, {
      provider: 'baseten.embedding',
      url: () => `${config.deployment.settings.syncURL}${PATH}`,
      maxEmbeddingsPerCall: Number.POSITIVE_INFINITY,
    });
    this.basetenConfig = config;
  }

  override async doEmbed({
    values,
    dimensions,
    headers,
    abortSignal,
    providerOptions,
  }: Parameters<EmbeddingModelV4['doEmbed']>[0]): Promise<
    Awaited<ReturnType<EmbeddingModelV4['doEmbed']>>
  > {
    const {
      batchSize,
      maxConcurrentRequests,
      timeoutSeconds,
      encodingFormat = 'base64',
      // An option that is `undefined` must not hide the call's own.
      dimensions: wantedDimensions = dimensions,
      ...fields
    } = parseBasetenOptions(providerOptions, embeddingModelOptionsSchema);
    assertStrings('values', values);
    assertDimensions(dimensions);

    if (values.length === 0) {
      return { embeddings: [], usage: { tokens: 0 }, warnings: [] };
    }

    const { deployment, credentials } = this.basetenConfig;
    const { results, ...sent } = await sendTexts({
      deployment,
      keptResults: this.keptResults,
      path: PATH,
      texts: values,
      owner: values,
      options: { batchSize, maxConcurrentRequests, timeoutSeconds },
      createBody: input => ({
        model: this.modelId,
        input,
        encoding_format: encodingFormat,
        dimensions: wantedDimensions,
        ...fields,
      }),
      readReply: (body, { length }) => decodeEmbeddings(body, length),
      headers: createRequestHeaders(credentials, headers),
      abortSignal,
    });
    const embeddings = results.flatMap(result => result.embeddings);
    assertSameLength(embeddings);

    return {
      embeddings,
      usage: sumTokens(results),
      warnings: sent.warnings,
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
  // One batch without a count would make the sum a wrong one.
  return Number.isNaN(tokens) ? undefined : { tokens };
}

function assertDimensions(dimensions: number | undefined): void {
  if (dimensions != null && !(Number.isInteger(dimensions) && dimensions > 0)) {
    throw new InvalidArgumentError({
      argument: 'dimensions',
      message: `Expected dimensions to be a positive integer, got ${dimensions}.`,
    });
  }
}
