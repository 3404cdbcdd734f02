/** What a fact is about, and so which URL it needs. */
export type Kind =
  | 'Model APIs'
  | 'chat'
  | 'embeddings'
  | 'reranking'
  | 'decisions'
  | 'transcription'
  | 'Whisper'
  | 'speech';

/** A request that shows facts. Facts that share one share its object. */
export interface Probe {
  /** Below the URL of the kind. Default: nothing. */
  path?: string;
  /** Sent as JSON, a text or a form as it is. Without one it is a GET. */
  body?: object | string;
  headers?: Record<string, string>;
  /** Whether it goes to the host's own `/sync` instead of an environment's. */
  toBareHost?: boolean;
  /** Sent before it. */
  after?: Probe;
}

export interface ProbeReply {
  status: number;
  headers: Headers;
  bytes: Uint8Array;
  text: string;
  /** The body as JSON; `undefined` if it is none. */
  json: unknown;
  /** Whether the host speaks HTTP/2. */
  isHttp2: boolean;
}

/** Something that the package, or its documentation, relies on. */
export interface Fact {
  name: string;
  /** What `see` returns if the fact holds; absent where nobody knows yet. */
  expected?: string;
  /** Where it is from: recorded, documented, third party or inferred. */
  source: string;
  kind: Kind;
  /** The model of the Model APIs that it is about, if about one alone. */
  model?: string;
  probes: readonly Probe[];
  /**
   * Says in a few words what the replies show; `undefined` if they were cut
   * before they could show anything.
   */
  see(...replies: ProbeReply[]): string | undefined;
}
