import type {
  Experimental_DecisionModelV4 as DecisionModelV4,
  Experimental_DecisionModelV4CallOptions as DecisionModelV4CallOptions,
  Experimental_DecisionModelV4Result as DecisionModelV4Result,
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
import type { DecodedAnswers } from './decode-answers';

/**
 * A decision model of a dedicated deployment. It takes any number of
 * questions per call, whose code is loaded by the first one.
 */
export class BasetenDecisionModel
  extends BasetenModel<DeploymentModelConfig>
  implements DecisionModelV4
{
  readonly specificationVersion = 'v4';
  readonly provider = 'baseten.decision';
  readonly supportedQuestionTypes = ['choice', 'score', 'boolean'] as const;
  private readonly keptResults: BatchedModel<DecodedAnswers>['keptResults'] =
    createKeptResults();

  static [WORKFLOW_SERIALIZE](model: BasetenDecisionModel) {
    return serializeDeploymentModel(model.modelId, model.config);
  }

  static [WORKFLOW_DESERIALIZE](options: { modelId: string; config: unknown }) {
    const { modelId, ...config } = deserializeDeploymentModel(options);
    return new BasetenDecisionModel(modelId, config);
  }

  async doDecide(
    options: DecisionModelV4CallOptions,
  ): Promise<DecisionModelV4Result> {
    const { modelId, config, keptResults } = this;
    const { decide } = await import('./decide');
    return await decide({ modelId, config, keptResults }, options);
  }
}
