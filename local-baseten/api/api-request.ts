/** The parts of a request that determine the answer. */
export interface ApiRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON, the fields of a form by name, or text. */
  readonly body: unknown;
}
