export type { BasetenProvider } from './baseten-provider';
export { baseten, createBaseten } from './baseten-provider';
export type { BasetenProviderSettings } from './baseten-provider-settings';
export type {
  BasetenAvailableModel,
  BasetenAvailableModels,
  BasetenModelPricing,
} from './catalogue/available-model';
export type { BasetenLanguageModelChatOptions } from './chat/baseten-chat-language-model-options';
export type { BasetenChatModelId } from './chat/baseten-chat-models';
export type {
  BasetenDecisionModelId,
  BasetenDecisionModelOptions,
} from './decisions/baseten-decision-model-options';
export type {
  BasetenEmbeddingModelId,
  BasetenEmbeddingModelOptions,
} from './embedding/baseten-embedding-model-options';
export type { BasetenErrorData } from './errors/parse-error-body';
export type {
  BasetenRerankingModelId,
  BasetenRerankingModelOptions,
} from './reranking/baseten-reranking-model-options';
export type { BasetenProgress } from './settings/baseten-progress';
export type {
  BasetenSessionAffinity,
  BasetenSessionCall,
} from './settings/session-affinity';
export type {
  BasetenSpeechModelId,
  BasetenSpeechModelOptions,
} from './speech/baseten-speech-model-options';
export type {
  BasetenTranscriptionModelId,
  BasetenTranscriptionModelOptions,
} from './transcription/baseten-transcription-model-options';
export type {
  BasetenPerformanceClient,
  BasetenPerformanceClientConstructor,
} from './transport/performance-client';
export { VERSION } from './version';
