import { OpenAICompatibleEmbeddingModel } from '@ai-sdk/openai-compatible';
import { type EmbeddingModelV4, InvalidArgumentError } from '@ai-sdk/provider';
import {
  type CredentialSettings,
  createRequestHeaders,
} from '../create-request-headers';
import type { Deployment } from '../deployment/deployment';
import { createKeptResults } from '../deployment/kept-results';
import { type BatchResult, sendTexts } from '../deployment/send-texts';
import { parseBasetenOptions } from '../parse-baseten-options';
import {
  type BasetenEmbeddingModelId,
  embeddingModelOptionsSchema,
} from './baseten-embedding-model-options';
import {
  type DecodedEmbeddings,
  decodeEmbeddings,
  differentLengths,
} from './decode-embeddings';

const PATH = '/v1/embeddings';

export interface BasetenEmbeddingModelConfig {
  /** The deployment's `/sync` root. */
  syncURL: string;
  credentials: CredentialSettings;
  deployment: Deployment;
}

/**
 * An embedding model of a dedicated deployment. It takes any number of values
 * per call and does the batching itself, by the native client where that can
 * carry the request.
 */
export class BasetenEmbeddingModel extends OpenAICompatibleEmbeddingModel {
  private readonly basetenConfig: BasetenEmbeddingModelConfig;
  private readonly keptResults =
    createKeptResults<BatchResult<DecodedEmbeddings>>();

  constructor(
    modelId: BasetenEmbeddingModelId,
    config: BasetenEmbeddingModelConfig,
  ) {
    super(modelId, {
      provider: 'baseten.embedding',
      url: () => `${config.syncURL}${PATH}`,
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
    assertStrings(values);

    if (values.length === 0) {
      return { embeddings: [], usage: { tokens: 0 }, warnings: [] };
    }

    const { deployment, credentials } = this.basetenConfig;
    const { results, requests, warnings } = await sendTexts({
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

    return {
      ...mergeResults(results),
      warnings,
      providerMetadata: {
        baseten: {
          transport: results.some(({ transport }) => transport === 'http')
            ? 'http'
            : 'native',
          requests,
        },
      },
    };
  }
}

function mergeResults(results: Array<BatchResult<DecodedEmbeddings>>) {
  const embeddings = results.flatMap(({ value }) => value.embeddings);
  const tokens = results.reduce<number | undefined>(
    (sum, { value }) =>
      sum == null || value.tokens == null ? undefined : sum + value.tokens,
    0,
  );
  const dimensions = embeddings[0]?.length ?? 0;
  const other = embeddings.find(({ length }) => length !== dimensions);
  if (other != null) {
    throw differentLengths(dimensions, other.length);
  }

  return {
    embeddings,
    ...(tokens != null && { usage: { tokens } }),
    response: {
      headers: results[0]?.headers ?? {},
      body: results[0]?.value.rest,
    },
  };
}

function assertStrings(values: readonly unknown[]): void {
  const index = values.findIndex(value => typeof value !== 'string');
  if (index !== -1) {
    throw new InvalidArgumentError({
      argument: 'values',
      message: `Expected every value to be a string, got ${typeof values[index]} at index ${index}.`,
    });
  }
}
