import { InvalidArgumentError } from '@ai-sdk/provider';
import { assertNoPlaceholder, parseURL, WHERE_THE_URL_IS } from './parse-url';

/** Where a `modelURL` points. */
export interface ModelURL {
  /** The URL up to its endpoint, without a trailing slash. */
  targetURL: string;
  endpoint: Endpoint | undefined;
}

export type Endpoint =
  | 'sync'
  | 'sync/v1'
  | 'sync/v1/systemone'
  | 'sync/v1/audio/transcriptions'
  | 'sync/v1/audio/speech'
  | 'predict'
  | 'run_remote';

/** Ends of paths that lead to an endpoint, also pasted in full. */
const PATHS: ReadonlyArray<[endpoint: Endpoint, path: RegExp]> = [
  ['sync/v1', /\/sync\/v1(?:\/(?:chat\/completions|embeddings))?$/],
  ['sync', /\/sync(?:\/rerank)?$/],
  // These lead to one kind of model only.
  ['sync/v1/systemone', /\/sync\/v1\/systemone$/],
  ['sync/v1/audio/transcriptions', /\/sync\/v1\/audio\/transcriptions$/],
  ['sync/v1/audio/speech', /\/sync\/v1\/audio\/speech$/],
  ['predict', /(?<!\/sync)\/predict$/],
  ['run_remote', /\/run_remote$/],
];

/** The endpoints that each kind of model can use, and what messages call them. */
const KINDS = {
  chat: {
    endpoints: ['sync/v1'],
    expected: 'a /sync/v1 endpoint for chat models',
  },
  embeddings: {
    endpoints: ['sync', 'sync/v1'],
    expected: 'a /sync or /sync/v1 endpoint for embeddings',
  },
  reranking: {
    endpoints: ['sync', 'sync/v1'],
    expected: 'a /sync or /sync/v1 endpoint for reranking',
  },
  decisions: {
    endpoints: ['sync', 'sync/v1', 'sync/v1/systemone'],
    expected: 'a /sync or /sync/v1 endpoint for decisions',
  },
  transcription: {
    endpoints: [
      'sync/v1',
      'sync/v1/audio/transcriptions',
      'predict',
      'run_remote',
    ],
    expected:
      "a /sync/v1 endpoint (OpenAI's form) or a /predict or /run_remote endpoint (Whisper) for transcription",
  },
  speech: {
    endpoints: ['sync/v1', 'sync/v1/audio/speech', 'predict'],
    expected:
      "a /sync/v1 endpoint (OpenAI's form) or a /predict endpoint for speech",
  },
  models: {
    endpoints: [
      'sync',
      'sync/v1',
      'sync/v1/systemone',
      'sync/v1/audio/transcriptions',
      'sync/v1/audio/speech',
    ],
    expected: 'a /sync or /sync/v1 endpoint for a list of models',
  },
} satisfies Record<string, { endpoints: Endpoint[]; expected: string }>;

export type ModelKind = keyof typeof KINDS;

const MODEL_APIS_HOST = 'inference.baseten.co';
const DASHBOARD_HOST = 'app.baseten.co';

/**
 * Parses a `modelURL` setting for a kind of model. No other place looks into
 * the URL.
 *
 * @throws InvalidArgumentError if it is not a URL, not an endpoint for this kind,
 * or still holds a placeholder.
 */
export function parseModelURL(setting: unknown, kind: ModelKind): ModelURL {
  const url = parseURL('modelURL', setting);
  const { endpoint, targetURL } = splitEndpoint(url);
  const { endpoints, expected } = KINDS[kind];
  const accepted: Array<Endpoint | undefined> = endpoints;

  if (!accepted.includes(endpoint) || url.hostname === DASHBOARD_HOST) {
    throw new InvalidArgumentError({
      argument: 'modelURL',
      message: `Not supported. You must use ${expected}. Got ${describeURL(url, kind, endpoint)}`,
    });
  }
  assertNoPlaceholder('modelURL', setting);
  return { endpoint, targetURL };
}

/** Whether a prefix of chat requests is a deployment's, not the Model APIs'. */
export function isDeploymentPrefix(baseURL: string): boolean {
  return baseURL.endsWith('/sync/v1');
}

/** The error for a kind of model that the Model APIs do not serve. */
export function missingModelURL(kind: ModelKind): InvalidArgumentError {
  return new InvalidArgumentError({
    argument: 'modelURL',
    message: `No model URL provided for ${kind}. Please set modelURL option for ${kind}. The Model APIs serve chat models only. ${WHERE_THE_URL_IS}`,
  });
}

/**
 * Parses a `baseURL` setting and removes a trailing slash or a pasted endpoint.
 *
 * @throws InvalidArgumentError if it is not a URL, or not that of an API.
 */
export function parseBaseURL(setting: unknown): string {
  const url = parseURL('baseURL', setting);
  if (url.hostname === DASHBOARD_HOST) {
    throw new InvalidArgumentError({
      argument: 'baseURL',
      message:
        'Expected baseURL to be the URL of an API, got a page of the dashboard.',
    });
  }
  assertNoPlaceholder('baseURL', setting);
  return `${url.origin}${trimPath(url)}`.replace(
    /\/(?:chat\/completions|embeddings)$/,
    '',
  );
}

function splitEndpoint(url: URL): ModelURL {
  const path = trimPath(url);
  const [endpoint, end] = PATHS.find(([, end]) => end.test(path)) ?? [];
  const target = end === undefined ? path : path.replace(end, '');
  return { endpoint, targetURL: `${url.origin}${target}` };
}

function trimPath({ pathname }: URL): string {
  return pathname.replace(/\/+$/, '');
}

/** Says what came instead, and where to find the right URL. */
function describeURL(
  url: URL,
  kind: ModelKind,
  endpoint: Endpoint | undefined,
): string {
  if (url.hostname === MODEL_APIS_HOST) {
    return kind === 'chat'
      ? 'the URL of the Model APIs: leave modelURL out and name a model.'
      : `the URL of the Model APIs, which serve chat models only. ${WHERE_THE_URL_IS}`;
  }
  if (url.hostname === DASHBOARD_HOST) {
    return `a page of the dashboard. ${WHERE_THE_URL_IS}`;
  }
  if (url.hostname.startsWith('chain-')) {
    return `the URL of a chain. ${WHERE_THE_URL_IS}`;
  }
  const end = endpoint ?? trimPath(url).split('/').at(-1);
  return `a URL that ends in ${end ? `/${end}` : 'its host'}. ${WHERE_THE_URL_IS}`;
}
