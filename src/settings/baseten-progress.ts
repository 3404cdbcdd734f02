/** How far one call of an embedding or reranking model is. */
export interface BasetenProgress {
  kind: 'embedding' | 'reranking';
  modelId: string;
  /**
   * Texts or documents that have their result, those of an earlier, failed call
   * that is repeated among them.
   */
  completed: number;
  /** Texts or documents of the call. */
  total: number;
}

/** The setting `onProgress`. */
export type OnProgress = (progress: BasetenProgress) => void;
