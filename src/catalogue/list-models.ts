import { type FetchFunction, getFromApi } from '@ai-sdk/provider-utils';
import { z } from 'zod/v4';
import { explainFailure } from '../errors/explain-failure';
import { describe, invalidReply } from '../errors/invalid-reply';
import type { ModelConfig } from '../settings/baseten-model';
import { guardRedirects } from '../transport/guard-redirects';
import { toNetworkError } from '../transport/post';
import { readError, readJsonOrError } from '../transport/read-reply';
import { once } from '../utils/once';
import type { BasetenAvailableModel } from './available-model';

/** Where models are listed. */
export interface CatalogueConfig extends ModelConfig {
  /** The kind of all models; `undefined` if the server does not tell. */
  modelType: 'language' | undefined;
  fetch: FetchFunction | undefined;
}

/** Asks for the list at `url`, and reads it. */
export async function listModels(
  config: CatalogueConfig,
): Promise<BasetenAvailableModel[]> {
  const models = readList(await fetchList(config));
  const { modelType } = config;
  return models.map(model => ({
    ...model,
    ...(modelType && {
      modelType,
      specification: {
        specificationVersion: 'v4',
        provider: 'baseten.chat',
        modelId: model.id,
      },
    }),
  }));
}

async function fetchList({
  url,
  credentials,
  fetch,
}: CatalogueConfig): Promise<unknown> {
  const { headers, keySource } = await credentials.createHeaders();
  try {
    const { value } = await getFromApi({
      url,
      headers,
      fetch: guardRedirects(fetch),
      failedResponseHandler: readError,
      successfulResponseHandler: readJsonOrError,
    });
    return value.body;
  } catch (error) {
    throw explainFailure(
      toNetworkError(error, { url, requestBodyValues: undefined }),
      { headers, keySource },
    );
  }
}

function readList(body: unknown): BasetenAvailableModel[] {
  const { data, models }: Record<string, unknown> = Object(body);
  // Decision servers have a form of their own.
  const entries = data ?? models;
  if (!Array.isArray(entries)) {
    throw invalidReply('a list of models', describe(entries ?? body));
  }
  return entries.map((entry: unknown, index) => {
    const { success, data } = entrySchema().safeParse(entry);
    const id = data?.id ?? data?.name;
    if (!success || id === undefined) {
      throw invalidReply(`an id of model ${index}`, describe(entry));
    }
    return toModel(id, data);
  });
}

/** The latest time of a `Date`: servers may count in smaller units. */
const MAX_SECONDS = 8.64e12;

/** What cannot be read of an entry counts as missing: only the id is needed. */
const entrySchema = once(() => {
  const text = z.string().min(1).optional().catch(undefined);
  const count = z.coerce.number().positive().optional().catch(undefined);
  const seconds = count
    .pipe(z.number().max(MAX_SECONDS).optional())
    .catch(undefined);
  const texts = z.array(z.string()).optional().catch(undefined);
  return z.object({
    id: text,
    name: text,
    description: text,
    created: seconds,
    context_length: count,
    // vLLM's name for it.
    max_model_len: count,
    max_completion_tokens: count,
    quantization: text,
    pricing: z
      .object({
        prompt: z.string(),
        completion: z.string(),
        input_cache_read: text,
        image: text,
        request: text,
      })
      .optional()
      .catch(undefined),
    supported_features: texts,
    supported_sampling_parameters: texts,
    input_modalities: texts,
    output_modalities: texts,
    hugging_face_id: text,
  });
});

function toModel(
  id: string,
  entry: z.infer<ReturnType<typeof entrySchema>>,
): BasetenAvailableModel {
  const { pricing, created } = entry;
  return {
    id,
    name: entry.name ?? id,
    description: entry.description,
    pricing: pricing && {
      input: pricing.prompt,
      output: pricing.completion,
      cachedInputTokens: pricing.input_cache_read,
      image: pricing.image,
      request: pricing.request,
    },
    contextLength: entry.context_length ?? entry.max_model_len,
    maxOutputTokens: entry.max_completion_tokens,
    features: entry.supported_features,
    samplingParameters: entry.supported_sampling_parameters,
    inputModalities: entry.input_modalities,
    outputModalities: entry.output_modalities,
    quantization: entry.quantization,
    huggingFaceId: entry.hugging_face_id,
    createdAt: created === undefined ? undefined : new Date(created * 1000),
  };
}
