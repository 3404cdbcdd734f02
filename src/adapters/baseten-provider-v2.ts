import type {
  EmbeddingModelV2,
  LanguageModelV2,
  ProviderV2,
  SpeechModelV2,
  TranscriptionModelV2,
} from 'provider-v2';
import type { BasetenProviderSettings } from '../baseten-provider-settings';
import type { BasetenCatalogueProvider } from '../catalogue/catalogue-provider';
import type { BasetenChatModelId } from '../chat/baseten-chat-models';
import type { BasetenEmbeddingModelId } from '../embedding/baseten-embedding-model-options';
import type { BasetenSpeechModelId } from '../speech/baseten-speech-model-options';
import type { BasetenTranscriptionModelId } from '../transcription/baseten-transcription-model-options';
import { createBasetenV3 } from './baseten-provider-v3';
import { toAvailableModels } from './to-available-models';
import { toEmbeddingModelV2 } from './to-embedding-model-v2';
import { toLanguageModelV2 } from './to-language-model-v2';
import { toSpeechModelV2 } from './to-speech-model-v2';
import { toTranscriptionModelV2 } from './to-transcription-model-v2';

/**
 * Baseten's models for AI SDK 5. Call it with a model id for a chat model.
 *
 * Models are checked when they are created: a wrong or missing `modelURL` is
 * an `InvalidArgumentError`.
 */
export interface BasetenProviderV2
  extends ProviderV2,
    BasetenCatalogueProvider {
  /**
   * A chat model of the Model APIs or, with a `modelURL`, of that deployment.
   *
   * @param modelId defaults to `chat`, or to `placeholder` on a deployment.
   * @throws InvalidArgumentError if `modelURL` is not a `/sync/v1` endpoint.
   */
  (modelId?: BasetenChatModelId): LanguageModelV2;

  /** The same as calling the provider. */
  chatModel(modelId?: BasetenChatModelId): LanguageModelV2;

  /** The same as calling the provider. */
  languageModel(modelId?: BasetenChatModelId): LanguageModelV2;

  /**
   * An embedding model of the deployment at `modelURL`.
   *
   * @param modelId defaults to `embeddings`; Baseten's engine ignores it.
   * @throws InvalidArgumentError if `modelURL` is missing or neither a `/sync`
   * nor a `/sync/v1` endpoint.
   */
  textEmbeddingModel(
    modelId?: BasetenEmbeddingModelId,
  ): EmbeddingModelV2<string>;

  /** The same as `textEmbeddingModel`, by the name of AI SDK 6 and later. */
  embeddingModel(modelId?: BasetenEmbeddingModelId): EmbeddingModelV2<string>;

  /** The same as `embeddingModel`. */
  embedding(modelId?: BasetenEmbeddingModelId): EmbeddingModelV2<string>;

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
  ): TranscriptionModelV2;

  /** The same as `transcriptionModel`. */
  transcription(modelId?: BasetenTranscriptionModelId): TranscriptionModelV2;

  /**
   * A speech model of the deployment at `modelURL`: a server of OpenAI's form
   * at `/sync/v1`, or a model at `/predict`, where the option `textField` says
   * which field takes the text.
   *
   * @param modelId the name under which a server of OpenAI's form has the
   * model, if it wants it. Nothing is sent by default.
   * @throws InvalidArgumentError if `modelURL` is missing or has another end.
   */
  speechModel(modelId?: BasetenSpeechModelId): SpeechModelV2;

  /** The same as `speechModel`. */
  speech(modelId?: BasetenSpeechModelId): SpeechModelV2;

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
 * import { createBaseten } from '@ai-sdk/baseten/ai-sdk-5';
 *
 * const baseten = createBaseten({
 *   modelURL:
 *     'https://model-XXXXXXXX.api.baseten.co/environments/production/sync/v1',
 * });
 */
export function createBasetenV2(
  settings: BasetenProviderSettings = {},
): BasetenProviderV2 {
  const provider = createBasetenV3(settings);
  const createChatModel = (modelId?: BasetenChatModelId) =>
    toLanguageModelV2(provider.chatModel(modelId));
  const createEmbeddingModel = (modelId?: BasetenEmbeddingModelId) =>
    toEmbeddingModelV2(provider.embeddingModel(modelId));
  const createTranscriptionModel = (modelId?: BasetenTranscriptionModelId) =>
    toTranscriptionModelV2(provider.transcriptionModel(modelId));
  const createSpeechModel = (modelId?: BasetenSpeechModelId) =>
    toSpeechModelV2(provider.speechModel(modelId));

  return Object.assign(
    (modelId?: BasetenChatModelId) => createChatModel(modelId),
    {
      chatModel: createChatModel,
      languageModel: createChatModel,
      textEmbeddingModel: createEmbeddingModel,
      embeddingModel: createEmbeddingModel,
      embedding: createEmbeddingModel,
      transcriptionModel: createTranscriptionModel,
      transcription: createTranscriptionModel,
      speechModel: createSpeechModel,
      speech: createSpeechModel,
      getAvailableModels: async () =>
        toAvailableModels(await provider.getAvailableModels(), 'v2'),
      imageModel: provider.imageModel,
    },
  );
}

/** The provider with default settings. */
export const basetenV2: BasetenProviderV2 = createBasetenV2();
