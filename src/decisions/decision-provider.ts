import type { Experimental_DecisionModelV4 as DecisionModelV4 } from '@ai-sdk/provider';
import { assertModelId } from '../settings/assert-settings';
import { DEFAULT_MODEL_IDS } from '../settings/defaults';
import type { DeploymentModelConfig } from '../transport/serialize-deployment';
import { BasetenDecisionModel } from './baseten-decision-model';
import type { BasetenDecisionModelId } from './baseten-decision-model-options';

/** The part of a provider that makes decision models. */
export interface BasetenDecisionProvider {
  /**
   * A decision model of the deployment at `modelURL`, for
   * `experimental_decide`. Experimental, as the AI SDK's decisions are.
   *
   * @param modelId the name under which the deployment serves the model, for a
   * server that wants it. Nothing is sent by default.
   * @throws InvalidArgumentError if `modelURL` is missing or neither a `/sync`
   * nor a `/sync/v1` endpoint.
   */
  decisionModel(modelId?: BasetenDecisionModelId): DecisionModelV4;
}

/** @param configure Checks the settings, each time a model is made. */
export function createDecisionProvider(
  configure: () => DeploymentModelConfig,
): BasetenDecisionProvider {
  return {
    decisionModel: modelId => {
      assertModelId(modelId);
      return new BasetenDecisionModel(
        modelId ?? DEFAULT_MODEL_IDS.decision,
        configure(),
      );
    },
  };
}
