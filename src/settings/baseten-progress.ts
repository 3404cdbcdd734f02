/** The progress of one call of an embedding or reranking model. */
export interface BasetenProgress {
  /** The kind of the model that was called. */
  kind: 'embedding' | 'reranking';
  /** The id of that model. */
  modelId: string;
  /**
   * Texts or documents that have their result, including those kept from an
   * earlier, failed attempt.
   */
  completed: number;
  /** Texts or documents of the call. */
  total: number;
}

/** The setting `onProgress`. */
export type OnProgress = (progress: BasetenProgress) => void;
