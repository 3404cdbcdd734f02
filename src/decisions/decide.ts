import type {
  Experimental_DecisionModelV4CallOptions as DecisionModelV4CallOptions,
  Experimental_DecisionModelV4Result as DecisionModelV4Result,
} from '@ai-sdk/provider';
import type { BatchedModel } from '../batching/batched-model';
import { toBodyFields } from '../batching/deployment-options';
import { sendTexts } from '../batching/send-texts';
import { QUESTIONS_PER_REQUEST } from '../settings/defaults';
import { parseBasetenOptions } from '../settings/parse-baseten-options';
import { toServedName } from '../settings/served-name';
import { createDeployment } from '../transport/deployment';
import { warnOfUnused } from '../utils/warn-of-unused';
import { decisionModelOptionsSchema } from './baseten-decision-model-options';
import { type DecodedAnswers, decodeAnswers } from './decode-answers';
import { encodeBody, encodeCall } from './encode-decision';
import { mergeAnswers } from './merge-answers';

const PATH = '/v1/systemone';

/** Sends the questions in batches, as the embedding model sends texts. */
export async function decide(
  { modelId, config, keptResults }: BatchedModel<DecodedAnswers>,
  {
    state,
    questions,
    maxOutputTokens,
    reasoning,
    headers,
    abortSignal,
    providerOptions,
  }: DecisionModelV4CallOptions,
): Promise<DecisionModelV4Result> {
  const { options, warnings } = parseBasetenOptions(
    providerOptions,
    decisionModelOptionsSchema,
  );
  const call = encodeCall({ state, questions });

  const { results, ...sent } = await sendTexts({
    deployment: createDeployment(config),
    keptResults,
    path: PATH,
    texts: call.questions,
    owner: questions,
    options: { ...options, batchSize: QUESTIONS_PER_REQUEST },
    createBody: batch => ({
      model: toServedName(modelId, 'decision'),
      ...encodeBody(call.state, batch),
      ...toBodyFields(options),
    }),
    readReply: (body, batch) => decodeAnswers(body, { batch, questions }),
    ...(await config.credentials.createHeaders(headers)),
    abortSignal,
  });
  const { providerMetadata, ...result } = mergeAnswers(results);

  return {
    ...result,
    warnings: [
      ...sent.warnings,
      ...warnings,
      ...warnOfUnused(
        {
          maxOutputTokens,
          reasoning: reasoning === 'provider-default' ? undefined : reasoning,
        },
        'Decision models on Baseten have no such setting.',
      ),
    ],
    providerMetadata: {
      baseten: { ...sent.providerMetadata.baseten, ...providerMetadata },
    },
    response: { ...result.response, headers: sent.headers },
  };
}
