import type {
  EmbeddingModelV4CallOptions,
  EmbeddingModelV4Result,
} from '@ai-sdk/provider';
import type { BatchedModel } from '../batching/batched-model';
import { toBodyFields } from '../batching/deployment-options';
import { sendTexts } from '../batching/send-texts';
import { assertPositiveInteger } from '../errors/assert-positive-integer';
import { assertStrings } from '../errors/assert-strings';
import { ENCODING_FORMAT } from '../settings/defaults';
import { parseBasetenOptions } from '../settings/parse-baseten-options';
import { createDeployment } from '../transport/deployment';
import { embeddingModelOptionsSchema } from './baseten-embedding-model-options';
import {
  assertSameLength,
  type DecodedEmbeddings,
  decodeEmbeddings,
  holdsNumbers,
} from './decode-embeddings';

const PATH = '/v1/embeddings';

/** Sends values in batches, over the native client where possible. */
export async function embed(
  { modelId, config, keptResults }: BatchedModel<DecodedEmbeddings>,
  {
    values,
    dimensions,
    headers,
    abortSignal,
    providerOptions,
  }: EmbeddingModelV4CallOptions,
): Promise<EmbeddingModelV4Result> {
  const { options, warnings } = parseBasetenOptions(
    providerOptions,
    embeddingModelOptionsSchema,
  );
  const {
    encodingFormat = ENCODING_FORMAT,
    // An option that is `undefined` must not hide the call's own.
    dimensions: wantedDimensions = dimensions,
    ...fields
  } = options;
  assertStrings('values', values);
  assertPositiveInteger('dimensions', dimensions);

  if (values.length === 0) {
    return { embeddings: [], usage: { tokens: 0 }, warnings };
  }

  const { results, ...sent } = await sendTexts({
    deployment: createDeployment(config),
    keptResults,
    path: PATH,
    texts: values,
    owner: values,
    options,
    createBody: input => ({
      model: modelId,
      input,
      encoding_format: encodingFormat,
      dimensions: wantedDimensions,
      ...toBodyFields(fields),
    }),
    readReply: (body, { length }) => decodeEmbeddings(body, length),
    numbers: {
      areAskedFor: encodingFormat === 'float',
      areIn: holdsNumbers,
    },
    progress: { kind: 'embedding', modelId, onProgress: config.onProgress },
    ...(await config.credentials.createHeaders(headers)),
    abortSignal,
  });
  const embeddings = results.flatMap(result => result.embeddings);
  assertSameLength(embeddings);

  return {
    embeddings,
    usage: sumTokens(results),
    warnings: [...sent.warnings, ...warnings],
    providerMetadata: sent.providerMetadata,
    response: { headers: sent.headers, body: results[0]?.rest },
  };
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
