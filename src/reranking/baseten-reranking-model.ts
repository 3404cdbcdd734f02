import type {
  RerankingModelV4,
  RerankingModelV4CallOptions,
  RerankingModelV4Result,
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

/**
 * A reranking model of a dedicated deployment. It accepts any number of
 * documents per call, whose code is loaded by the first one.
 */
export class BasetenRerankingModel
  extends BasetenModel<DeploymentModelConfig>
  implements RerankingModelV4
{
  readonly specificationVersion = 'v4';
  readonly provider = 'baseten.reranking';
  private readonly keptResults: BatchedModel<number[]>['keptResults'] =
    createKeptResults();

  static [WORKFLOW_SERIALIZE](model: BasetenRerankingModel) {
    return serializeDeploymentModel(model.modelId, model.config);
  }

  static [WORKFLOW_DESERIALIZE](options: { modelId: string; config: unknown }) {
    const { modelId, ...config } = deserializeDeploymentModel(options);
    return new BasetenRerankingModel(modelId, config);
  }

  async doRerank(
    options: RerankingModelV4CallOptions,
  ): Promise<RerankingModelV4Result> {
    const { modelId, config, keptResults } = this;
    const { rerank } = await import('./rerank');
    return await rerank({ modelId, config, keptResults }, options);
  }
}
