import {
  type EmbeddingModelV4,
  type LanguageModelV4,
  NoSuchModelError,
  type ProviderV4,
  type RerankingModelV4,
} from '@ai-sdk/provider';
import type { BasetenProviderSettings } from './baseten-provider-settings';
import {
  type BasetenCatalogueProvider,
  createCatalogueProvider,
} from './catalogue/catalogue-provider';
import { BasetenChatLanguageModel } from './chat/baseten-chat-language-model';
import type { BasetenChatModelId } from './chat/baseten-chat-models';
import {
  type BasetenDecisionProvider,
  createDecisionProvider,
} from './decisions/decision-provider';
import { BasetenEmbeddingModel } from './embedding/baseten-embedding-model';
import type { BasetenEmbeddingModelId } from './embedding/baseten-embedding-model-options';
import { BasetenRerankingModel } from './reranking/baseten-reranking-model';
import type { BasetenRerankingModelId } from './reranking/baseten-reranking-model-options';
import { assertModelId, assertSettings } from './settings/assert-settings';
import { createCredentials } from './settings/credentials';
import { DEFAULT_BASE_URL, DEFAULT_MODEL_IDS } from './settings/defaults';
import {
  missingModelURL,
  parseBaseURL,
  parseModelURL,
} from './settings/parse-model-url';
import {
  type BasetenSpeechProvider,
  createSpeechProvider,
} from './speech/speech-provider';
import {
  type BasetenTranscriptionProvider,
  createTranscriptionProvider,
} from './transcription/transcription-provider';
import type { DeploymentModelConfig } from './transport/serialize-deployment';
// Models load the rest when they are called, but timers may be faked by then.
import './utils/timers';

/**
 * Baseten's models for the AI SDK. Call it with a model id for a chat model.
 *
 * Models are checked when they are created: a wrong or missing `modelURL` is
 * an `InvalidArgumentError`.
 */
export interface BasetenProvider
  extends ProviderV4,
    BasetenDecisionProvider,
    BasetenTranscriptionProvider,
    BasetenSpeechProvider,
    BasetenCatalogueProvider {
  // Optional in ProviderV4.
  transcriptionModel: BasetenTranscriptionProvider['transcriptionModel'];
  speechModel: BasetenSpeechProvider['speechModel'];

  /**
   * A chat model of the Model APIs or, with a `modelURL`, of that deployment.
   *
   * @param modelId defaults to `chat`, or to `placeholder` on a deployment.
   * @throws InvalidArgumentError if `modelURL` is not a `/sync/v1` endpoint.
   * @example
   * const { text } = await generateText({
   *   model: baseten('openai/gpt-oss-120b'),
   *   prompt: 'Say hello!',
   * });
   */
  (modelId?: BasetenChatModelId): LanguageModelV4;

  /** The same as calling the provider. */
  chatModel(modelId?: BasetenChatModelId): LanguageModelV4;

  /** The same as calling the provider. */
  languageModel(modelId?: BasetenChatModelId): LanguageModelV4;

  /**
   * An embedding model of the deployment at `modelURL`.
   *
   * @param modelId defaults to `embeddings`; Baseten's engine ignores it.
   * @throws InvalidArgumentError if `modelURL` is missing or neither a `/sync`
   * nor a `/sync/v1` endpoint.
   * @example
   * const { embeddings } = await embedMany({
   *   model: baseten.embeddingModel(),
   *   values: ['sunny day at the beach', 'snowy mountain peak'],
   * });
   */
  embeddingModel(modelId?: BasetenEmbeddingModelId): EmbeddingModelV4;

  /** The same as `embeddingModel`. */
  embedding(modelId?: BasetenEmbeddingModelId): EmbeddingModelV4;

  /**
   * The same as `embeddingModel`.
   *
   * @deprecated Use `embeddingModel` instead.
   */
  textEmbeddingModel(modelId?: BasetenEmbeddingModelId): EmbeddingModelV4;

  /**
   * A reranking model of the deployment at `modelURL`.
   *
   * @param modelId defaults to `reranking`; Baseten's engine takes none.
   * @throws InvalidArgumentError if `modelURL` is missing or neither a `/sync`
   * nor a `/sync/v1` endpoint.
   * @example
   * const { ranking } = await rerank({
   *   model: baseten.rerankingModel(),
   *   query: 'a day by the sea',
   *   documents: ['how to repair a tyre', 'a hot day on a beach'],
   * });
   */
  rerankingModel(modelId?: BasetenRerankingModelId): RerankingModelV4;

  /** The same as `rerankingModel`. */
  reranking(modelId?: BasetenRerankingModelId): RerankingModelV4;

  /**
   * Baseten has no image models.
   *
   * @throws NoSuchModelError always.
   */
  imageModel(modelId: string): never;
}

/**
 * Creates a provider instance with its own settings.
 *
 * @example
 * const baseten = createBaseten({
 *   apiKey: process.env.MY_BASETEN_KEY,
 *   modelURL:
 *     'https://model-XXXXXXXX.api.baseten.co/environments/production/sync/v1',
 * });
 */
export function createBaseten(
  settings: BasetenProviderSettings = {},
): BasetenProvider {
  assertSettings(settings);
  const { apiKey, headers, fetch, baseURL, modelURL } = settings;
  const { performanceClient, onProgress, sessionAffinity } = settings;
  const credentials = createCredentials({ apiKey, headers });

  const createChatModel = (modelId?: BasetenChatModelId) => {
    assertModelId(modelId);
    const { chat, dedicatedChat } = DEFAULT_MODEL_IDS;
    return new BasetenChatLanguageModel(
      modelId ?? (modelURL == null ? chat : dedicatedChat),
      {
        url:
          modelURL == null
            ? parseBaseURL(baseURL ?? DEFAULT_BASE_URL)
            : `${parseModelURL(modelURL, 'chat').targetURL}/sync/v1`,
        credentials,
        fetch,
        sessionAffinity,
      },
    );
  };

  const createEmbeddingModel = (modelId?: BasetenEmbeddingModelId) => {
    assertModelId(modelId);
    return new BasetenEmbeddingModel(
      modelId ?? DEFAULT_MODEL_IDS.embedding,
      configure('embeddings'),
    );
  };

  const createRerankingModel = (modelId?: BasetenRerankingModelId) => {
    assertModelId(modelId);
    return new BasetenRerankingModel(
      modelId ?? DEFAULT_MODEL_IDS.reranking,
      configure('reranking'),
    );
  };

  const configure = (
    kind: 'embeddings' | 'reranking' | 'decisions',
  ): DeploymentModelConfig => {
    if (modelURL == null) {
      throw missingModelURL(kind);
    }
    const url = `${parseModelURL(modelURL, kind).targetURL}/sync`;
    return { url, credentials, fetch, performanceClient, onProgress };
  };

  return Object.assign(
    (modelId?: BasetenChatModelId) => createChatModel(modelId),
    {
      specificationVersion: 'v4' as const,
      chatModel: createChatModel,
      languageModel: createChatModel,
      embeddingModel: createEmbeddingModel,
      embedding: createEmbeddingModel,
      textEmbeddingModel: createEmbeddingModel,
      rerankingModel: createRerankingModel,
      reranking: createRerankingModel,
      ...createDecisionProvider(() => configure('decisions')),
      ...createTranscriptionProvider({ modelURL, credentials, fetch }),
      ...createSpeechProvider({ modelURL, credentials, fetch }),
      ...createCatalogueProvider({ baseURL, modelURL, credentials, fetch }),
      imageModel: (modelId: string) => {
        throw new NoSuchModelError({ modelId, modelType: 'imageModel' });
      },
    },
  );
}

/** The provider with default settings. */
export const baseten: BasetenProvider = createBaseten();
