import type {
  EmbeddingModelV4,
  EmbeddingModelV4CallOptions,
  EmbeddingModelV4Result,
} from '@ai-sdk/provider';
import { WORKFLOW_DESERIALIZE, WORKFLOW_SERIALIZE } from '@workflow/serde';
import type { BatchedModel } from '../batching/batched-model';
import { createKeptResults } from '../batching/kept-results';
import { BasetenModel } from '../settings/baseten-model';
import {
  type DeploymentModelConfig,
  deserializeDeploymentModel,
  serializeDeploymentModel,
} from '../transport/serialize-deployment';
import type { DecodedEmbeddings } from './decode-embeddings';

/**
 * An embedding model of a dedicated deployment. It accepts any number of values
 * per call, whose code is loaded by the first one.
 */
export class BasetenEmbeddingModel
  extends BasetenModel<DeploymentModelConfig>
  implements EmbeddingModelV4
{
  readonly specificationVersion = 'v4';
  readonly provider = 'baseten.embedding';
  readonly maxEmbeddingsPerCall = Number.POSITIVE_INFINITY;
  readonly supportsParallelCalls = true;
  private readonly keptResults: BatchedModel<DecodedEmbeddings>['keptResults'] =
    createKeptResults();

  static [WORKFLOW_SERIALIZE](model: BasetenEmbeddingModel) {
    return serializeDeploymentModel(model.modelId, model.config);
  }

  static [WORKFLOW_DESERIALIZE](options: { modelId: string; config: unknown }) {
    const { modelId, ...config } = deserializeDeploymentModel(options);
    return new BasetenEmbeddingModel(modelId, config);
  }

  async doEmbed(
    options: EmbeddingModelV4CallOptions,
  ): Promise<EmbeddingModelV4Result> {
    const { modelId, config, keptResults } = this;
    const { embed } = await import('./embed');
    return await embed({ modelId, config, keptResults }, options);
  }
}
