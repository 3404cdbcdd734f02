export type {
  BasetenProvider,
  BasetenProviderSettings,
} from './baseten-provider';
export { baseten, createBaseten } from './baseten-provider';
export type { BasetenChatModelId } from './chat/baseten-chat-language-model-options';
export type {
  BasetenPerformanceClient,
  BasetenPerformanceClientConstructor,
} from './deployment/performance-client';
export type {
  BasetenEmbeddingModelId,
  BasetenEmbeddingModelOptions,
} from './embedding/baseten-embedding-model-options';
export type {
  BasetenRerankingModelId,
  BasetenRerankingModelOptions,
} from './reranking/baseten-reranking-model-options';
export { VERSION } from './version';
