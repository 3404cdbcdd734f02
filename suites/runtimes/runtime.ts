/** What one run of the smoke program found. */
export interface SmokeReport {
  /** How embeddings and reranking went: `native`, `http`, or both. */
  transport: string;
  /** Names of the checks that passed. */
  passed: string[];
  /** Each of the others, with what went wrong. */
  failed: string[];
}

/** The same with the version of the runtime that it ran on. */
export interface RuntimeReport extends SmokeReport {
  version: string;
}

/** Where the smoke program finds a local Baseten. */
export interface SmokeServer {
  origin: string;
  apiKey: string;
}
