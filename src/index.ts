export type { BasetenProvider } from './baseten-provider';
export { baseten, createBaseten } from './baseten-provider';
export type { BasetenProviderSettings } from './baseten-provider-settings';
export type { BasetenLanguageModelChatOptions } from './chat/baseten-chat-language-model-options';
export type { BasetenChatModelId } from './chat/baseten-chat-models';
export type {
  BasetenEmbeddingModelId,
  BasetenEmbeddingModelOptions,
} from './embedding/baseten-embedding-model-options';
export type { BasetenErrorData } from './errors/parse-error-body';
export type {
  BasetenRerankingModelId,
  BasetenRerankingModelOptions,
} from './reranking/baseten-reranking-model-options';
export type {
  BasetenPerformanceClient,
  BasetenPerformanceClientConstructor,
} from './transport/performance-client';
export { VERSION } from './version';
