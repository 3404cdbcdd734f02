import type {
  Experimental_DecisionModelV4 as DecisionModelV4,
  Experimental_DecisionModelV4CallOptions as DecisionModelV4CallOptions,
  Experimental_DecisionModelV4Result as DecisionModelV4Result,
} from '@ai-sdk/provider';
import {
  WORKFLOW_DESERIALIZE,
  WORKFLOW_SERIALIZE,
} from '@ai-sdk/provider-utils';
import { createKeptResults } from '../batching/kept-results';
import { type BatchResult, sendTexts } from '../batching/send-texts';
import { errorMakers } from '../errors/error-makers';
import { DEFAULT_MODEL_IDS, QUESTIONS_PER_REQUEST } from '../settings/defaults';
import { parseBasetenOptions } from '../settings/parse-baseten-options';
import {
  type DeploymentModelConfig,
  deserializeDeploymentModel,
  serializeDeploymentModel,
} from '../transport/serialize-deployment';
import { INSPECT } from '../utils/inspect';
import {
  type BasetenDecisionModelId,
  decisionModelOptionsSchema,
} from './baseten-decision-model-options';
import type { DecodedAnswers } from './decode-answers';

const PATH = '/v1/systemone';

/**
 * A decision model of a dedicated deployment. It takes any number of questions;
 * more than a request can hold are sent as the embedding model sends texts.
 */
export class BasetenDecisionModel implements DecisionModelV4 {
  readonly specificationVersion = 'v4';
  readonly provider = 'baseten.decision';
  readonly supportedQuestionTypes = ['choice', 'score', 'boolean'] as const;
  private readonly keptResults =
    createKeptResults<BatchResult<DecodedAnswers>>();

  static [WORKFLOW_SERIALIZE](model: BasetenDecisionModel) {
    return serializeDeploymentModel(model.modelId, model.config);
  }

  static [WORKFLOW_DESERIALIZE](options: { modelId: string; config: unknown }) {
    const { modelId, ...config } = deserializeDeploymentModel(options);
    return new BasetenDecisionModel(modelId, config);
  }

  constructor(
    readonly modelId: BasetenDecisionModelId,
    private readonly config: DeploymentModelConfig,
  ) {}

  /** What is printed and logged of a model. */
  toJSON() {
    const { provider, modelId } = this;
    return { provider, modelId, url: this.config.deployment.settings.syncURL };
  }

  [INSPECT]() {
    return this.toJSON();
  }

  async doDecide({
    state,
    questions,
    maxOutputTokens,
    reasoning,
    headers,
    abortSignal,
    providerOptions,
  }: DecisionModelV4CallOptions): Promise<DecisionModelV4Result> {
    const { maxConcurrentRequests, timeoutSeconds, batchRetries, ...fields } =
      parseBasetenOptions(providerOptions, decisionModelOptionsSchema);
    const codec = await import('./decision-codec');
    const call = codec.encodeCall({ state, questions }, errorMakers);

    const { deployment, credentials } = this.config;
    const { results, ...sent } = await sendTexts({
      deployment,
      keptResults: this.keptResults,
      path: PATH,
      texts: call.questions,
      owner: questions,
      options: {
        batchSize: QUESTIONS_PER_REQUEST,
        maxConcurrentRequests,
        timeoutSeconds,
        batchRetries,
      },
      createBody: batch => ({
        ...(this.modelId !== DEFAULT_MODEL_IDS.decision && {
          model: this.modelId,
        }),
        ...codec.encodeBody(call.state, batch),
        ...fields,
      }),
      readReply: (body, batch) =>
        codec.decodeAnswers(body, { batch, questions }, errorMakers),
      ...(await credentials.createHeaders(headers)),
      abortSignal,
    });
    const { providerMetadata, ...result } = codec.mergeAnswers(results);

    return {
      ...result,
      warnings: [
        ...sent.warnings,
        ...codec.warnOfUnused({ maxOutputTokens, reasoning }),
      ],
      providerMetadata: {
        baseten: { ...sent.providerMetadata.baseten, ...providerMetadata },
      },
      response: { ...result.response, headers: sent.headers },
    };
  }
}
