export type {
  BasetenProvider,
  BasetenProviderSettings,
} from './baseten-provider';
export { baseten, createBaseten } from './baseten-provider';
export type { BasetenLanguageModelChatOptions } from './chat/baseten-chat-language-model-options';
export type { BasetenChatModelId } from './chat/baseten-chat-models';
export type {
  BasetenPerformanceClient,
  BasetenPerformanceClientConstructor,
} from './deployment/performance-client';
export type {
  BasetenEmbeddingModelId,
  BasetenEmbeddingModelOptions,
} from './embedding/baseten-embedding-model-options';
export type { BasetenErrorData } from './parse-error-body';
export type {
  BasetenRerankingModelId,
  BasetenRerankingModelOptions,
} from './reranking/baseten-reranking-model-options';
export { VERSION } from './version';
