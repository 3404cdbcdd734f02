import type { FetchFunction } from '@ai-sdk/provider-utils';
import type { Credentials } from '../settings/credentials';
import { DEFAULT_BASE_URL } from '../settings/defaults';
import { parseBaseURL, parseModelURL } from '../settings/parse-model-url';
import type { BasetenAvailableModels } from './available-model';
import type { CatalogueConfig } from './list-models';

/** The part of a provider that lists models. */
export interface BasetenCatalogueProvider {
  /**
   * The models of the Model APIs with context, prices and features, as Baseten
   * lists them now. With a `modelURL`, the models of that deployment under the
   * names by which it serves them; most deployments tell no more than that.
   *
   * @throws LoadAPIKeyError if there is no API key.
   * @throws APICallError if the server refuses or cannot be reached.
   * @throws InvalidResponseDataError if the reply is not a list of models.
   * @throws InvalidArgumentError if `modelURL` is not a `/sync` or `/sync/v1`
   * endpoint.
   * @example
   * const { models } = await baseten.getAvailableModels();
   * const long = models.filter(({ contextLength = 0 }) => contextLength > 1e6);
   */
  getAvailableModels(): Promise<BasetenAvailableModels>;
}

/** The settings of a provider that decide where models are listed. */
export interface CatalogueSettings {
  baseURL: string | URL | undefined;
  modelURL: string | URL | undefined;
  credentials: Credentials;
  fetch: FetchFunction | undefined;
}

export function createCatalogueProvider(
  settings: CatalogueSettings,
): BasetenCatalogueProvider {
  return {
    getAvailableModels: async () => {
      const config = configure(settings);
      const { listModels } = await import('./list-models');
      return { models: await listModels(config) };
    },
  };
}

function configure({
  baseURL,
  modelURL,
  credentials,
  fetch,
}: CatalogueSettings): CatalogueConfig {
  return {
    credentials,
    fetch,
    ...(modelURL == null
      ? {
          url: `${parseBaseURL(baseURL ?? DEFAULT_BASE_URL)}/models`,
          modelType: 'language',
        }
      : {
          url: `${parseModelURL(modelURL, 'models').targetURL}/sync/v1/models`,
          modelType: undefined,
        }),
  };
}
