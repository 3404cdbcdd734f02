/** One request to a dedicated deployment. */
export interface TransportRequest {
  /** Path below the deployment's `/sync` root, with a leading slash. */
  path: string;
  body: Record<string, unknown>;
  /** All headers, names in lower case, `authorization` among them. */
  headers: Record<string, string>;
  /** Seconds that each attempt may take. */
  timeoutSeconds: number;
  /** Maximum number of retries; see the retry policy. */
  retries: number;
  /** Cancels the request if the transport can; the caller stops waiting. */
  abortSignal: AbortSignal | undefined;
}

export interface TransportReply {
  /** The parsed JSON body, unchecked. */
  body: unknown;
  /** Names in lower case. */
  headers: Record<string, string>;
}

/** Posts JSON to a path and receives JSON, with its own retries. */
export interface Transport {
  /**
   * @throws APICallError if the server answered with an error status, or did
   * not answer in time.
   */
  send(request: TransportRequest): Promise<TransportReply>;
}
