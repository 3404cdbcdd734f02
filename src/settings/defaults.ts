/** Prefix of Baseten's Model APIs, used unless `baseURL` is set. */
export const DEFAULT_BASE_URL = 'https://inference.baseten.co/v1';

/** Environment variable that holds the API key. */
export const API_KEY_ENVIRONMENT_VARIABLE = 'BASETEN_API_KEY';

/** Model ids used when none is given. */
export const DEFAULT_MODEL_IDS = {
  /** On the Model APIs. */
  chat: 'chat',
  /** On a dedicated deployment: Baseten's engines ignore it, vLLM does not. */
  dedicatedChat: 'placeholder',
  embedding: 'embeddings',
  reranking: 'reranking',
  /** The last three are not sent: a server that wants its name must be told. */
  decision: 'decisions',
  transcription: 'transcription',
  speech: 'speech',
} as const;

/** How vectors are encoded in replies unless an option says otherwise. */
export const ENCODING_FORMAT = 'base64';

/** Whether the native client is used unless a setting says otherwise. */
export const PERFORMANCE_CLIENT = true;

/** Questions per decision request, as Baseten documents it. */
export const QUESTIONS_PER_REQUEST = 1024;

/** Texts per request. Baseten's embedding engine answers 413 beyond 128. */
export const BATCH_SIZE = { default: 128, minimum: 1, maximum: 1024 } as const;

/** Requests in flight of one call. The native client refuses more than 512. */
export const CONCURRENT_REQUESTS = {
  default: 32,
  minimum: 1,
  maximum: 512,
} as const;

/**
 * Maximum number of requests in flight to one deployment, over all calls with
 * several batches of a process. A call with a higher maximum raises it.
 */
export const SHARED_REQUESTS = 128;

/**
 * Seconds per attempt. A deployment that has scaled to zero holds requests until
 * a replica is up, which takes minutes.
 */
export const TIMEOUT_SECONDS = {
  default: 600,
  minimum: 1,
  maximum: 3600,
} as const;

/** Maximum size of a request body in bytes. Baseten refuses 100 MB. */
export const MAX_BODY_BYTES = 50_000_000;

/**
 * Maximum size of a reply in bytes, far beyond 1,024 vectors of 32,768 numbers in
 * base64.
 */
export const MAX_REPLY_BYTES = 256_000_000;

/** Largest body that Baseten's gateway takes, in bytes. */
export const MAX_UPLOAD_BYTES = 100_000_000;

/** Characters of a plain-text error body that become the error's message. */
export const MAX_ERROR_TEXT_LENGTH = 500;

/**
 * Maximum length of one event of a stream in characters. Far beyond any answer:
 * Baseten refuses requests of 100 MB.
 */
export const MAX_EVENT_LENGTH = 100_000_000;
