import type {
  EmbeddingModelV3,
  LanguageModelV3,
  ProviderV3,
  RerankingModelV3,
  SpeechModelV3,
  TranscriptionModelV3,
} from 'provider-v3';
import { createBaseten } from '../baseten-provider';
import type { BasetenProviderSettings } from '../baseten-provider-settings';
import type { BasetenCatalogueProvider } from '../catalogue/catalogue-provider';
import type { BasetenChatModelId } from '../chat/baseten-chat-models';
import type { BasetenEmbeddingModelId } from '../embedding/baseten-embedding-model-options';
import type { BasetenRerankingModelId } from '../reranking/baseten-reranking-model-options';
import type { BasetenSpeechModelId } from '../speech/baseten-speech-model-options';
import type { BasetenTranscriptionModelId } from '../transcription/baseten-transcription-model-options';
import { toAvailableModels } from './to-available-models';
import { toEmbeddingModelV3 } from './to-embedding-model-v3';
import { toLanguageModelV3 } from './to-language-model-v3';
import { toRerankingModelV3 } from './to-reranking-model-v3';
import { toSpeechModelV3 } from './to-speech-model-v3';
import { toTranscriptionModelV3 } from './to-transcription-model-v3';

/**
 * Baseten's models for AI SDK 6. Call it with a model id for a chat model.
 *
 * Models are checked when they are created: a wrong or missing `modelURL` is
 * an `InvalidArgumentError`.
 */
export interface BasetenProviderV3
  extends ProviderV3,
    BasetenCatalogueProvider {
  /**
   * A chat model of the Model APIs or, with a `modelURL`, of that deployment.
   *
   * @param modelId defaults to `chat`, or to `placeholder` on a deployment.
   * @throws InvalidArgumentError if `modelURL` is not a `/sync/v1` endpoint.
   */
  (modelId?: BasetenChatModelId): LanguageModelV3;

  /** The same as calling the provider. */
  chatModel(modelId?: BasetenChatModelId): LanguageModelV3;

  /** The same as calling the provider. */
  languageModel(modelId?: BasetenChatModelId): LanguageModelV3;

  /**
   * An embedding model of the deployment at `modelURL`.
   *
   * @param modelId defaults to `embeddings`; Baseten's engine ignores it.
   * @throws InvalidArgumentError if `modelURL` is missing or neither a `/sync`
   * nor a `/sync/v1` endpoint.
   */
  embeddingModel(modelId?: BasetenEmbeddingModelId): EmbeddingModelV3;

  /** The same as `embeddingModel`. */
  embedding(modelId?: BasetenEmbeddingModelId): EmbeddingModelV3;

  /**
   * The same as `embeddingModel`.
   *
   * @deprecated Use `embeddingModel` instead.
   */
  textEmbeddingModel(modelId?: BasetenEmbeddingModelId): EmbeddingModelV3;

  /**
   * A reranking model of the deployment at `modelURL`.
   *
   * @param modelId defaults to `reranking`; Baseten's engine takes none.
   * @throws InvalidArgumentError if `modelURL` is missing or neither a `/sync`
   * nor a `/sync/v1` endpoint.
   */
  rerankingModel(modelId?: BasetenRerankingModelId): RerankingModelV3;

  /** The same as `rerankingModel`. */
  reranking(modelId?: BasetenRerankingModelId): RerankingModelV3;

  /**
   * A transcription model of the deployment at `modelURL`: a Whisper at
   * `/predict` (a chain's at `/run_remote`), or a server of OpenAI's form at
   * `/sync/v1`.
   *
   * @param modelId the name under which a server of OpenAI's form has the
   * model, if it wants it. Nothing is sent by default.
   * @throws InvalidArgumentError if `modelURL` is missing or has another end.
   */
  transcriptionModel(
    modelId?: BasetenTranscriptionModelId,
  ): TranscriptionModelV3;

  /** The same as `transcriptionModel`. */
  transcription(modelId?: BasetenTranscriptionModelId): TranscriptionModelV3;

  /**
   * A speech model of the deployment at `modelURL`: a server of OpenAI's form
   * at `/sync/v1`, or a model at `/predict`, where the option `textField` says
   * which field takes the text.
   *
   * @param modelId the name under which a server of OpenAI's form has the
   * model, if it wants it. Nothing is sent by default.
   * @throws InvalidArgumentError if `modelURL` is missing or has another end.
   */
  speechModel(modelId?: BasetenSpeechModelId): SpeechModelV3;

  /** The same as `speechModel`. */
  speech(modelId?: BasetenSpeechModelId): SpeechModelV3;

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
 * import { createBaseten } from '@ai-sdk/baseten/ai-sdk-6';
 *
 * const baseten = createBaseten({
 *   modelURL:
 *     'https://model-XXXXXXXX.api.baseten.co/environments/production/sync/v1',
 * });
 */
export function createBasetenV3(
  settings: BasetenProviderSettings = {},
): BasetenProviderV3 {
  const provider = createBaseten(settings);
  const createChatModel = (modelId?: BasetenChatModelId) =>
    toLanguageModelV3(provider.chatModel(modelId));
  const createEmbeddingModel = (modelId?: BasetenEmbeddingModelId) =>
    toEmbeddingModelV3(provider.embeddingModel(modelId));
  const createRerankingModel = (modelId?: BasetenRerankingModelId) =>
    toRerankingModelV3(provider.rerankingModel(modelId));
  const createTranscriptionModel = (modelId?: BasetenTranscriptionModelId) =>
    toTranscriptionModelV3(provider.transcriptionModel(modelId));
  const createSpeechModel = (modelId?: BasetenSpeechModelId) =>
    toSpeechModelV3(provider.speechModel(modelId));

  return Object.assign(
    (modelId?: BasetenChatModelId) => createChatModel(modelId),
    {
      specificationVersion: 'v3' as const,
      chatModel: createChatModel,
      languageModel: createChatModel,
      embeddingModel: createEmbeddingModel,
      embedding: createEmbeddingModel,
      textEmbeddingModel: createEmbeddingModel,
      rerankingModel: createRerankingModel,
      reranking: createRerankingModel,
      transcriptionModel: createTranscriptionModel,
      transcription: createTranscriptionModel,
      speechModel: createSpeechModel,
      speech: createSpeechModel,
      getAvailableModels: async () =>
        toAvailableModels(await provider.getAvailableModels(), 'v3'),
      imageModel: provider.imageModel,
    },
  );
}

/** The provider with default settings. */
export const basetenV3: BasetenProviderV3 = createBasetenV3();
